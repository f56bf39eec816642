package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vitrine.runs.launch.WeightsExport;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine weights RUN -o FILE}. */
@Command(name = "weights")
final class WeightsCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "weights.npz",
            descriptionKey = "weights.out")
    private Path out = Path.of("weights.npz");

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    WeightsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        if (run.readState().lastCheckpoint().isEmpty()) {
            throw new BadInputException(CliTexts.format("weights.none", run.id()));
        }
        new WeightsExport(environment.launcher().get())
                .write(run, environment.working().resolve(out));
        environment.console().result(out.toString());
        return ExitCode.OK;
    }
}

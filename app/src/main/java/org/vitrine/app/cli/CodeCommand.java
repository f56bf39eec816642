package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.design.code.CodeExport;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.export.DataFile;
import org.vitrine.exchange.code.export.Programs;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine code FILE --language java|keras|pytorch [-o FOLDER] [--run RUN]}. */
@Command(name = "code")
final class CodeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "FILE", descriptionKey = "train.file")
    private Path file = Path.of("");

    @Option(names = "--language", paramLabel = "LANGUAGE", required = true, descriptionKey = "code.language")
    private Language language = Language.PYTORCH;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            descriptionKey = "code.out")
    private @Nullable Path out;

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "code.run")
    private @Nullable String run;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    CodeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        Projects.Project project = new Projects().read(file, null, null);
        try {
            if (out == null) {
                if (run != null) {
                    throw new BadInputException(CliTexts.get("code.runNeedsOut"));
                }
                ProgramSource source = ProgramSource.of(
                        project.document(), project.dataset().spec(), DataFile.isMasked(project.dataset()));
                environment
                        .console()
                        .result(Programs.generate(language, source).text().stripTrailing());
                return ExitCode.OK;
            }
            Optional<RunDirectory> trained = run == null ? Optional.empty() : Optional.of(trained(run));
            CodeExport export =
                    new CodeExport(runs.store(), environment.launcher().get());
            export.write(environment.working().resolve(out), language, project.document(), project.dataset(), trained)
                    .files()
                    .forEach(written -> environment.console().result(written.toString()));
            return ExitCode.OK;
        } catch (CodeException e) {
            throw new BadInputException(
                    CliTexts.format(
                            "code.refused", language.name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage())),
                    e);
        }
    }

    private RunDirectory trained(String reference) throws IOException, BadInputException {
        RunDirectory found = runs.find(reference);
        if (found.readState().lastCheckpoint().isEmpty()) {
            throw new BadInputException(CliTexts.format("weights.none", found.id()));
        }
        return found;
    }
}

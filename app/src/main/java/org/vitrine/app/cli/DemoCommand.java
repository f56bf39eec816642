package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine demo}: what the program does where there is no display. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final String EXAMPLE = "lenet-mnist.vitrine";
    private final Environment environment;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
    private @Nullable Path out;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private @Nullable Integer epochs;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        Path example = example();
        environment.console().say(CliTexts.get("demo.start"));
        Path folder = out == null ? freeFolder() : out;
        TrainingOutcome outcome = TrainCommand.train(
                environment, runs.store(), example, new Device.Cpu(), epochs, null, Optional.of(folder), null);
        outcome.tell(environment.console());
        outcome.tellTrouble(environment.console());
        if (outcome.report().isPresent()) {
            environment.console().result(CliTexts.format("demo.end", folder.toAbsolutePath()));
        }
        return outcome.exitCode();
    }

    private Path example() throws BadInputException {
        return environment
                .home()
                .map(home -> home.resolve("examples").resolve(EXAMPLE))
                .filter(Files::isRegularFile)
                .or(() -> Optional.of(environment.working().resolve("examples").resolve(EXAMPLE))
                        .filter(Files::isRegularFile))
                .orElseThrow(() -> new BadInputException(CliTexts.format("demo.missing", EXAMPLE)));
    }

    private Path freeFolder() {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        Path beside = Files.isWritable(environment.working())
                ? environment.working()
                : Path.of(System.getProperty("user.home"), ".vitrine");
        return beside.resolve("reports").resolve("lenet-mnist-" + time);
    }
}

package org.vitrine.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunReader;
import org.vitrine.runs.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine resume RUN}. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "resume.epochs")
    private @Nullable Integer epochs;

    @Option(names = "--json", descriptionKey = "train.json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    ResumeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        RunStore store = new RunStore(run.path().resolveSibling("."));
        Training training = new Training(environment, store);
        RunReader reader = RunReader.of(run);
        reader.readAll();
        if (epochs != null) {
            training.control().trainMore(run, epochs);
        } else {
            training.control().resume(run);
        }
        Metric metric = run.readDocument().graph().metric().orElse(Metric.ACCURACY);
        TrainingOutcome outcome =
                new TrainingOutcome(run, training.follow(run, reader, metric), metric, Optional.empty());
        if (json) {
            environment.console().result(outcome.json());
        } else {
            outcome.tell(environment.console());
        }
        outcome.tellTrouble(environment.console());
        return outcome.exitCode();
    }
}

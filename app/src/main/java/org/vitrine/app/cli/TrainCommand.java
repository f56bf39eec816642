package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunReader;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine train FILE}. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "FILE", descriptionKey = "train.file")
    private Path file = Path.of("");

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "cpu", descriptionKey = "train.device")
    private Device device = new Device.Cpu();

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "train.seed")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "train.out")
    private @Nullable Path out;

    @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "train.weights")
    private @Nullable Path weights;

    @Option(names = "--json", descriptionKey = "train.json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    TrainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (epochs != null && epochs < (weights == null ? 1 : 0)) {
            throw new BadInputException(CliTexts.format("epochs.wrong", epochs));
        }
        TrainingOutcome outcome =
                train(environment, runs.store(), file, device, epochs, seed, Optional.ofNullable(out), weights);
        if (json) {
            environment.console().result(outcome.json());
        } else {
            outcome.tell(environment.console());
        }
        outcome.tellTrouble(environment.console());
        return outcome.exitCode();
    }

    /** Trains a file, from given weights if there are any; writes a report if asked and the run came to an end. */
    static TrainingOutcome train(
            Environment environment,
            RunStore store,
            Path file,
            Device device,
            @Nullable Integer epochs,
            @Nullable Long seed,
            Optional<Path> out,
            @Nullable Path weights)
            throws IOException, BadInputException {
        boolean asTheyAre = epochs != null && epochs == 0;
        Projects.Project project = new Projects().read(file, asTheyAre ? null : epochs, seed);
        Metric metric = project.document().graph().metric().orElse(Metric.ACCURACY);
        RunDirectory run = weights == null
                ? store.create(project.document(), device)
                : store.createFrom(
                        project.document(),
                        device,
                        read(environment.working().resolve(weights)),
                        String.valueOf(weights.getFileName()),
                        !asTheyAre);
        environment.console().say(CliTexts.format("run.folder", run.path()));
        Training training = new Training(environment, store);
        RunState state = training.follow(run, RunReader.of(run), metric);
        boolean report = out.isPresent() && state.status() == RunStatus.FINISHED && !training.isInterrupted();
        return new TrainingOutcome(
                run,
                state,
                metric,
                report ? Optional.of(Reports.write(environment, run, project.dataset(), out.get())) : Optional.empty());
    }

    private static Map<String, Tensor> read(Path weights) throws BadInputException {
        try (Npz npz = Npz.open(weights)) {
            return npz.readAll();
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}

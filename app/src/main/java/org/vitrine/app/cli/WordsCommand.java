package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.app.words.WordPlan;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.layer.Metric;
import org.vitrine.graph.model.DataReference;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunReader;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.WordSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine words TEXT}. */
@Command(name = "words")
final class WordsCommand implements Callable<Integer> {
    private static final String FROM_FILE = "text-file";

    private final Environment environment;

    @picocli.CommandLine.Parameters(paramLabel = "TEXT", descriptionKey = "words.text")
    private String text = "";

    @Option(names = "--dimensions", paramLabel = "N", defaultValue = "64", descriptionKey = "words.dimensions")
    private int dimensions;

    @Option(names = "--window", paramLabel = "N", defaultValue = "5", descriptionKey = "words.window")
    private int window;

    @Option(names = "--least-count", paramLabel = "N", defaultValue = "5", descriptionKey = "words.leastCount")
    private int leastCount;

    @Option(names = "--negatives", paramLabel = "N", defaultValue = "5", descriptionKey = "words.negatives")
    private int negatives;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10", descriptionKey = "words.epochs")
    private int epochs;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0.025", descriptionKey = "words.rate")
    private double rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", descriptionKey = "words.seed")
    private long seed;

    @Option(names = "--json", descriptionKey = "train.json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    WordsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (epochs < 1) {
            throw new BadInputException(CliTexts.format("epochs.wrong", epochs));
        }
        RunDirectory run = create();
        environment.console().say(CliTexts.format("run.folder", run.path()));
        RunState state = new Training(environment, runs.store()).follow(run, RunReader.of(run), Metric.ACCURACY);
        TrainingOutcome outcome = new TrainingOutcome(run, state, Metric.ACCURACY, Optional.empty());
        if (json) {
            environment.console().result(outcome.json());
        } else {
            outcome.tell(environment.console());
        }
        outcome.tellTrouble(environment.console());
        return outcome.exitCode();
    }

    private RunDirectory create() throws IOException, BadInputException {
        Path file = environment.working().resolve(text).normalize();
        boolean isFile = Files.isRegularFile(file);
        try {
            if (!isFile) {
                DatasetCatalogue.builtIn().byId(text);
            }
            WordSettings settings =
                    new WordSettings(isFile ? file.toString() : "", dimensions, window, leastCount, negatives);
            String title = CliTexts.format("words.title", isFile ? file.getFileName() : text);
            DataReference data =
                    isFile ? new DataReference(FROM_FILE, Map.of("file", file.toString())) : DataReference.of(text);
            return runs.store().createWords(new WordPlan(settings, epochs, rate, seed).document(title, data), settings);
        } catch (DatasetException | IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}

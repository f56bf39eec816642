package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine near RUN WORD}, and {@code vitrine near RUN A B C} for an analogy. */
@Command(name = "near")
final class NearCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Parameters(index = "1..*", arity = "1..3", paramLabel = "WORD", descriptionKey = "near.words")
    private List<String> words = new ArrayList<>();

    @Option(names = "--count", paramLabel = "N", defaultValue = "10", descriptionKey = "near.count")
    private int count;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    NearCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        if (!WordVectors.isIn(run.words())) {
            throw new BadInputException(CliTexts.format("near.none", run.id()));
        }
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (WordVectors.Near near : found(run)) {
            result.addObject().put("word", near.word()).put("similarity", near.similarity());
            if (!json) {
                environment.console().result(String.format(Locale.ROOT, "%-20s %.3f", near.word(), near.similarity()));
            }
        }
        if (json) {
            environment.console().result(result);
        }
        return ExitCode.OK;
    }

    private List<WordVectors.Near> found(RunDirectory run) throws BadInputException {
        try {
            WordVectors vectors = WordVectors.read(run.words());
            return switch (words.size()) {
                case 1 -> vectors.nearest(words.get(0), count);
                case 3 -> vectors.analogy(words.get(0), words.get(1), words.get(2), count);
                default -> throw new BadInputException(CliTexts.get("near.two"));
            };
        } catch (DatasetException | IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}

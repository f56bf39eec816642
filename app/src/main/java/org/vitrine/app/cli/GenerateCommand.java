package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.session.GenerationRequest;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine generate RUN --prompt TEXT}. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--prompt", paramLabel = "TEXT", required = true, descriptionKey = "generate.prompt")
    private String prompt = "";

    @Option(names = "--length", paramLabel = "N", defaultValue = "200", descriptionKey = "generate.length")
    private int length;

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "0.8", descriptionKey = "generate.temperature")
    private double temperature;

    @Option(names = "--top-k", paramLabel = "K", defaultValue = "0", descriptionKey = "generate.topK")
    private int topK;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "generate.seed")
    private long seed;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    GenerateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        GenerationRequest request = new GenerationRequest(prompt, length, temperature, topK, seed);
        Console console = environment.console();
        TextGenerated answer = new Answers(environment).of(run, session -> {
            if (!json) {
                console.write(prompt);
            }
            return session.generate(request, piece -> {
                if (!json) {
                    console.write(piece.text());
                }
            });
        });
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("prompt", prompt);
            result.put("text", answer.text());
            result.put("tokens", answer.tokens());
            result.put("seconds", answer.seconds());
            console.result(result);
        } else {
            console.result("");
        }
        return ExitCode.OK;
    }
}

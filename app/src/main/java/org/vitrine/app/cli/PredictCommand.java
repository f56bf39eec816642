package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.vitrine.runs.event.RunEvent.TextTranslated;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine predict RUN --text TEXT}. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "predict.text")
    private String text = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    PredictCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        TextTranslated answer = new Answers(environment).of(run, session -> session.translate(text));
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("text", text);
            result.put("output", answer.text());
            result.put("probability", answer.probability());
            result.put("seconds", answer.seconds());
            environment.console().result(result);
        } else {
            environment.console().result(answer.text());
        }
        return ExitCode.OK;
    }
}

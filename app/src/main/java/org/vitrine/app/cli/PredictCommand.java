package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.event.SessionEvent.Predicted;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine predict RUN --text TEXT}, or a file, or values. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
    private static final int MOST_CLASSES = 5;

    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Mixin
    private final GivenInput given = new GivenInput();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    PredictCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        NewInput input = given.input().orElseThrow(() -> new BadInputException(CliTexts.get("input.none")));
        RunDirectory run = runs.find(reference);
        Dataset dataset = Projects.data(run);
        if (dataset.descriptor().task() == Task.SEQUENCE_TO_SEQUENCE && input.text() != null) {
            translate(run, input.text());
        } else {
            predict(run, dataset, input);
        }
        return ExitCode.OK;
    }

    private void translate(RunDirectory run, String text) throws IOException, BadInputException {
        TextTranslated answer = new Answers(environment).of(run, session -> session.translate(text));
        if (!json) {
            environment.console().result(answer.text());
            return;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("text", text);
        result.put("output", answer.text());
        result.put("probability", answer.probability());
        result.put("seconds", answer.seconds());
        environment.console().result(result);
    }

    private void predict(RunDirectory run, Dataset dataset, NewInput input) throws IOException, BadInputException {
        Predicted answer = new Answers(environment).of(run, session -> session.predict(input));
        List<String> names = dataset.targetNames();
        boolean classes = Projects.isClassification(dataset);
        List<Integer> order = IntStream.range(0, answer.outputs().size())
                .boxed()
                .sorted(classes ? Comparator.comparing(i -> -answer.outputs().get(i)) : Comparator.naturalOrder())
                .toList();
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            if (classes) {
                result.put("predicted", names.get(order.get(0)));
            }
            ObjectNode outputs = result.putObject(classes ? "probabilities" : "values");
            order.forEach(i -> outputs.put(names.get(i), answer.outputs().get(i)));
            result.put("seconds", answer.seconds());
            environment.console().result(result);
            return;
        }
        for (int i : order.subList(0, classes ? Math.min(MOST_CLASSES, order.size()) : order.size())) {
            double output = answer.outputs().get(i);
            String shown = classes
                    ? String.format(Locale.ROOT, "%5.1f %%", 100 * output)
                    : String.format(Locale.ROOT, "%.5g", output);
            environment.console().result(shown + "  " + names.get(i));
        }
    }
}

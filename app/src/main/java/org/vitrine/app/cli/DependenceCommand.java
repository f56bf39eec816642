package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.effects.Dependence;
import org.vitrine.app.explain.effects.EffectFigures;
import org.vitrine.app.explain.effects.EffectSubject;
import org.vitrine.app.report.Figures;
import org.vitrine.attribution.effects.Curves;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.DataEffects.VariedColumn;
import org.vitrine.runs.event.SessionEvent.Varied;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine dependence RUN --column NAME}: what the model answers for values of a column, or of two. */
@Command(name = "dependence")
final class DependenceCommand implements Callable<Integer> {
    private static final String ROW = "%-20s %12s %12s %12s";

    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--column", paramLabel = "NAME", required = true, descriptionKey = "dependence.column")
    private String column = "";

    @Option(names = "--with", paramLabel = "NAME", descriptionKey = "dependence.with")
    private @Nullable String with;

    @Option(names = "--class", paramLabel = "CLASS", defaultValue = "0", descriptionKey = "dependence.class")
    private String target = "0";

    @Option(names = "--examples", paramLabel = "N", defaultValue = "200", descriptionKey = "dependence.examples")
    private int examples;

    @Option(names = "--points", paramLabel = "N", defaultValue = "20", descriptionKey = "dependence.points")
    private int points;

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "explain.part")
    private Part part = Part.TEST;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    DependenceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        Dataset data = Projects.data(run);
        int answered = Projects.target(data, target);
        List<String> columns = new ArrayList<>(List.of(column));
        if (with != null) {
            columns.add(with);
        }
        Varied found = new Answers(environment)
                .of(
                        run,
                        session -> session.ask(
                                id -> new WorkerCommand.Vary(id, part, columns, examples, points),
                                Varied.class,
                                SessionClient.told(new ShareSaid(environment.console(), "importance.progress"))));
        Dependence dependence;
        try {
            dependence = Dependence.read(run.path(), found);
        } catch (DatasetException e) {
            throw new IOException(e);
        }
        EffectSubject subject =
                new EffectSubject(run.path(), run.readDocument().flat().graph(), data);
        if (json) {
            environment.console().result(json(subject, dependence, answered, found.seconds()));
        } else if (dependence.isOfTwo()) {
            tellTwo(subject, dependence, answered);
        } else {
            tellOne(subject, dependence, answered);
        }
        return ExitCode.OK;
    }

    private void tellOne(EffectSubject subject, Dependence dependence, int answered) {
        Curves curves = dependence.curves(answered);
        double[] means = curves.mean();
        VariedColumn varied = dependence.columns().get(0);
        environment
                .console()
                .result(CliTexts.format(
                        "dependence.head", EffectFigures.answer(subject, answered), dependence.examples().length));
        environment
                .console()
                .result(String.format(
                        Locale.ROOT,
                        ROW,
                        varied.column(),
                        CliTexts.get("dependence.mean"),
                        CliTexts.get("dependence.least"),
                        CliTexts.get("dependence.most")));
        for (int value = 0; value < means.length; value++) {
            double[] answers = curves.answers()[value];
            environment
                    .console()
                    .result(String.format(
                            Locale.ROOT,
                            ROW,
                            EffectFigures.text(varied, value),
                            Figures.number(means[value]),
                            Figures.number(Arrays.stream(answers).min().orElse(Double.NaN)),
                            Figures.number(Arrays.stream(answers).max().orElse(Double.NaN))));
        }
    }

    private void tellTwo(EffectSubject subject, Dependence dependence, int answered) {
        VariedColumn first = dependence.columns().get(0);
        VariedColumn second = dependence.columns().get(1);
        double[][] means = dependence.surface(answered);
        environment
                .console()
                .result(CliTexts.format(
                        "dependence.head", EffectFigures.answer(subject, answered), dependence.examples().length));
        StringBuilder head =
                new StringBuilder(String.format(Locale.ROOT, "%-20s", first.column() + " \\ " + second.column()));
        for (int k = 0; k < second.values().size(); k++) {
            head.append(String.format(Locale.ROOT, " %10s", EffectFigures.text(second, k)));
        }
        environment.console().result(head.toString());
        for (int i = 0; i < means.length; i++) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", EffectFigures.text(first, i)));
            for (double mean : means[i]) {
                row.append(String.format(Locale.ROOT, " %10s", Figures.number(mean)));
            }
            environment.console().result(row.toString());
        }
    }

    private static ObjectNode json(EffectSubject subject, Dependence dependence, int answered, double seconds) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("answer", subject.data().targetNames().get(answered));
        ArrayNode columns = result.putArray("columns");
        for (VariedColumn varied : dependence.columns()) {
            ObjectNode node = columns.addObject();
            node.put("column", varied.column());
            node.put("kind", varied.kind());
            varied.values().forEach(node.putArray("values")::add);
            varied.labels().forEach(node.putArray("labels")::add);
        }
        ArrayNode means = result.putArray("mean");
        if (dependence.isOfTwo()) {
            for (double[] row : dependence.surface(answered)) {
                ArrayNode values = means.addArray();
                Arrays.stream(row).forEach(values::add);
            }
        } else {
            Curves curves = dependence.curves(answered);
            Arrays.stream(curves.mean()).forEach(means::add);
            ArrayNode lines = result.putArray("examples");
            for (int i = 0; i < curves.examples(); i++) {
                ObjectNode line = lines.addObject();
                line.put("example", dependence.examples()[i]);
                Arrays.stream(curves.ofExample(i)).forEach(line.putArray("answers")::add);
            }
        }
        result.put("seconds", seconds);
        return result;
    }
}

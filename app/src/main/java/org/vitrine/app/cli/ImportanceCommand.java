package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.app.explain.effects.EffectFigures;
import org.vitrine.app.explain.effects.EffectSubject;
import org.vitrine.app.explain.effects.Importance;
import org.vitrine.app.explain.effects.SessionDataQuestions;
import org.vitrine.app.report.Figures;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.attribution.effects.Spread;
import org.vitrine.datasets.Part;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent.Permuted;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine importance RUN}: how much worse the model does with each part of the inputs permuted. */
@Command(name = "importance")
final class ImportanceCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--examples", paramLabel = "N", defaultValue = "500", descriptionKey = "importance.examples")
    private int examples;

    @Option(names = "--repeats", paramLabel = "R", defaultValue = "5", descriptionKey = "importance.repeats")
    private int repeats;

    @Option(names = "--by", paramLabel = "PARTS", defaultValue = "", descriptionKey = "importance.by")
    private String by = "";

    @Option(names = "--parts", paramLabel = "N", descriptionKey = "importance.parts")
    private int parts = InputParts.USUAL;

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "explain.part")
    private Part part = Part.TEST;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "importance.seed")
    private long seed = SessionDataQuestions.SEED;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    ImportanceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        Permuted found = new Answers(environment)
                .of(
                        run,
                        session -> session.ask(
                                id -> new WorkerCommand.Permute(id, part, by, parts, examples, repeats, seed),
                                Permuted.class,
                                SessionClient.told(new ShareSaid(environment.console(), "importance.progress"))));
        EffectSubject subject =
                new EffectSubject(run.path(), run.readDocument().flat().graph(), Projects.data(run));
        Importance importance = new Importance(found, subject.metric());
        if (json) {
            environment.console().result(json(importance));
        } else {
            tell(subject, importance);
        }
        return ExitCode.OK;
    }

    private void tell(EffectSubject subject, Importance importance) {
        Permuted found = importance.found();
        environment
                .console()
                .result(CliTexts.format(
                        "importance.head",
                        found.examples(),
                        found.repeats(),
                        number(found.loss()),
                        number(found.metric())));
        environment.console().result(CliTexts.format("importance.first", EffectFigures.measure(subject, true)));
        environment.console().result(CliTexts.format("importance.second", EffectFigures.measure(subject, false)));
        double factor = EffectFigures.factor(subject, false);
        for (Importance.Row row : importance.sorted(true)) {
            environment
                    .console()
                    .result(String.format(
                            Locale.ROOT,
                            "%-32s %18s %18s",
                            row.part(),
                            spread(row.loss(), 1),
                            spread(row.metric(), factor)));
        }
    }

    private static String spread(Spread spread, double factor) {
        return number(factor * spread.mean()) + " \u00b1 " + number(factor * spread.deviation());
    }

    private static String number(double value) {
        return Figures.number(value);
    }

    private static ObjectNode json(Importance importance) {
        Permuted found = importance.found();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("by", found.by());
        result.put("examples", found.examples());
        result.put("repeats", found.repeats());
        result.put("loss", found.loss());
        result.put("metric", importance.metric().name());
        result.put("metricValue", found.metric());
        ArrayNode parts = result.putArray("parts");
        for (Importance.Row row : importance.sorted(true)) {
            ObjectNode node = parts.addObject();
            node.put("part", row.part());
            node.put("lossRise", row.loss().mean());
            node.put("lossDeviation", row.loss().deviation());
            node.put("metricLoss", row.metric().mean());
            node.put("metricDeviation", row.metric().deviation());
        }
        result.put("seconds", found.seconds());
        return result;
    }
}

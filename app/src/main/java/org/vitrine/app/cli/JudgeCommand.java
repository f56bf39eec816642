package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.card.JudgedTexts;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.Judgements.ClassSummary;
import org.vitrine.runs.event.Judgements.MetricSummary;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine judge RUN --method NAME --examples N}, or {@code --example I} for the card of one. */
@Command(name = "judge")
final class JudgeCommand implements Callable<Integer> {
    private final Environment environment;
    private final CredibilityTexts texts = new CredibilityTexts(Locale.ENGLISH);

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--method", paramLabel = "NAME", required = true, descriptionKey = "judge.method")
    private String method = "";

    @Option(names = "--examples", paramLabel = "N", defaultValue = "20", descriptionKey = "judge.examples")
    private int examples;

    @Option(names = "--example", paramLabel = "I", descriptionKey = "judge.example")
    private @Nullable Integer example;

    @Mixin
    private final GivenPlace place = new GivenPlace();

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "explain.part")
    private Part part = Part.TEST;

    @Option(names = "--option", paramLabel = "NAME=VALUE", descriptionKey = "judge.option")
    private Map<String, String> options = new HashMap<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    JudgeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        List<String> known =
                AttributionMethods.all().stream().map(AttributionMethod::id).toList();
        if (!known.contains(method)) {
            throw new BadInputException(CliTexts.format("method.wrong", method, String.join(", ", known)));
        }
        if (examples < 1) {
            throw new BadInputException(CliTexts.format("judge.examples.wrong", examples));
        }
        Dataset data = Projects.data(run);
        ModelFacts model = new ModelFacts(run.readDocument().flat().graph(), data.spec());
        List<String> names = GivenPlace.targets(model, data);
        Answers answers = new Answers(environment);
        if (example != null) {
            int index = example;
            AttributionRequest request = new AttributionRequest(method, part, index, null, options).at(place.of(model));
            tellCard(names, PlaceNames.of(model, data), answers.of(run, session -> session.judge(request, news -> {})));
        } else {
            tellSummary(
                    run,
                    names,
                    answers.of(
                            run,
                            session -> session.judgeMany(
                                    method,
                                    part,
                                    examples,
                                    options,
                                    new ShareSaid(environment.console(), "judge.progress"))));
        }
        return ExitCode.OK;
    }

    private void tellCard(List<String> names, Optional<PlaceNames> places, Judged judged) {
        List<Line> lines = judged.lines().stream().map(JudgedTexts::line).toList();
        Verdict whole = JudgedTexts.verdict(judged.verdict());
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("method", method);
            result.put("example", judged.example());
            judged.place()
                    .ifPresent(at -> places.ifPresent(
                            of -> result.put("place", Places.text(of.places().position(at)))));
            result.put("target", names.get(judged.target()));
            result.put("verdict", judged.verdict());
            ArrayNode array = result.putArray("lines");
            lines.forEach(line -> array.add(json(line)));
            result.put("seconds", judged.seconds());
            environment.console().result(result);
            return;
        }
        judged.place()
                .ifPresent(at -> places.ifPresent(of -> environment
                        .console()
                        .result(CliTexts.format("judge.place", of.where(at), names.get(judged.target())))));
        for (Line line : lines) {
            environment
                    .console()
                    .result(String.format(
                            Locale.ROOT,
                            "%-13s %-24s %s",
                            texts.word(line.verdict()),
                            texts.title(line.metric()),
                            texts.sentence(line)));
        }
        environment.console().result("");
        environment.console().result(String.format(Locale.ROOT, "%-13s %s", texts.word(whole), texts.sentence(whole)));
    }

    private ObjectNode json(Line line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("metric", line.metric());
        node.put("verdict", line.verdict().name());
        put(node, "value", line.value());
        node.put("sentence", texts.sentence(line));
        ObjectNode figures = node.putObject("figures");
        line.figures().forEach(figures::put);
        line.curve().ifPresent(curve -> {
            ObjectNode drawn = node.putObject("curve");
            curve.shares().forEach(drawn.putArray("shares")::add);
            curve.series().forEach((name, values) -> values.forEach(drawn.putArray(name)::add));
        });
        return node;
    }

    private void tellSummary(RunDirectory run, List<String> names, JudgedMany judged) {
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("method", method);
            judged.examples().forEach(result.putArray("examples")::add);
            ArrayNode array = result.putArray("lines");
            judged.lines().forEach(line -> array.add(json(line, names)));
            result.put("values", run.path().resolve(judged.valuesFile()).toString());
            result.put("seconds", judged.seconds());
            environment.console().result(result);
            return;
        }
        environment
                .console()
                .result(CliTexts.format("judge.head", method, judged.examples().size()));
        environment
                .console()
                .result(String.format(
                        Locale.ROOT,
                        "%-24s %5s %8s %5s %12s %8s %8s",
                        "",
                        texts.word(Verdict.PASS),
                        texts.word(Verdict.DOUBTFUL),
                        texts.word(Verdict.FAIL),
                        texts.word(Verdict.NOT_MEASURED),
                        CliTexts.get("judge.mean"),
                        CliTexts.get("judge.median")));
        for (MetricSummary line : judged.lines()) {
            environment
                    .console()
                    .result(String.format(
                            Locale.ROOT,
                            "%-24s %5d %8d %5d %12d %8s %8s",
                            title(line),
                            line.passed(),
                            line.doubtful(),
                            line.failed(),
                            line.notMeasured(),
                            number(line.mean()),
                            number(line.median())));
        }
        MetricSummary whole = judged.lines().get(judged.lines().size() - 1);
        for (ClassSummary of : whole.classes()) {
            environment
                    .console()
                    .result(CliTexts.format("judge.class", names.get(of.target()), of.passed(), of.measured()));
        }
    }

    private String title(MetricSummary line) {
        return line.metric().isEmpty() ? CliTexts.get("judge.whole") : texts.title(line.metric());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static ObjectNode json(MetricSummary line, List<String> names) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("metric", line.metric().isEmpty() ? "whole" : line.metric());
        node.put("passed", line.passed());
        node.put("doubtful", line.doubtful());
        node.put("failed", line.failed());
        node.put("notMeasured", line.notMeasured());
        put(node, "mean", measured(line.mean()));
        put(node, "median", measured(line.median()));
        ObjectNode classes = node.putObject("classes");
        for (ClassSummary of : line.classes()) {
            ObjectNode share = classes.putObject(names.get(of.target()));
            share.put("measured", of.measured());
            share.put("passed", of.passed());
        }
        return node;
    }

    private static OptionalDouble measured(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}

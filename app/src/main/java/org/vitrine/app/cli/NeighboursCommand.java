package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Failures;
import org.vitrine.attribution.neighbours.Distance;
import org.vitrine.attribution.neighbours.Influence;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine neighbours RUN --example I}: training examples like one, and those that pushed its decision. */
@Command(name = "neighbours")
final class NeighboursCommand implements Callable<Integer> {
    private static final double TOLD_EACH = 0.1;

    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--example", paramLabel = "I", descriptionKey = "explain.example")
    private @Nullable Integer example;

    @Mixin
    private final GivenInput given = new GivenInput();

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "explain.part")
    private Part part = Part.TEST;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "neighbours.layer")
    private @Nullable String layer;

    @Option(names = "--distance", paramLabel = "NAME", defaultValue = "cosine", descriptionKey = "neighbours.distance")
    private String distance = Distance.COSINE.id();

    @Option(names = "--influence", paramLabel = "NAME", defaultValue = "dot", descriptionKey = "neighbours.influence")
    private String influence = Influence.DOT.id();

    @Option(names = "--all-parameters", descriptionKey = "neighbours.all")
    private boolean allParameters;

    @Option(names = "--target", paramLabel = "CLASS", descriptionKey = "explain.target")
    private @Nullable String target;

    @Option(names = "--examples", paramLabel = "N", defaultValue = "2000", descriptionKey = "neighbours.examples")
    private int examples;

    @Option(names = "--count", paramLabel = "K", defaultValue = "10", descriptionKey = "neighbours.count")
    private int count;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    NeighboursCommand(Environment environment) {
        this.environment = environment;
    }

    /** Both answers; the second may be refused with a reason. */
    private record Found(NearestFound nearest, Optional<InfluenceFound> pushed, String why) {}

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        Optional<NewInput> input = given.input();
        if (input.isPresent() == (example != null)) {
            throw new BadInputException(CliTexts.get("explain.subject"));
        }
        if (Distance.byId(distance).isEmpty()) {
            throw new BadInputException(CliTexts.format("neighbours.distance.wrong", distance));
        }
        if (Influence.byId(influence).isEmpty()) {
            throw new BadInputException(CliTexts.format("neighbours.influence.wrong", influence));
        }
        if (count < 1 || examples < 0) {
            throw new BadInputException(CliTexts.get("neighbours.count.wrong"));
        }
        Dataset data = Projects.data(run);
        int index = example == null ? 0 : example;
        NearestRequest nearest = new NearestRequest(part, index, input.orElse(null), layer, distance, examples, count);
        InfluenceRequest pushed = new InfluenceRequest(
                part,
                index,
                input.orElse(null),
                target == null ? null : Projects.target(data, target),
                (allParameters ? NeighbourQuestion.ALL_PARAMETERS : NeighbourQuestion.LAST_LAYER).id(),
                influence,
                examples,
                count);
        Found found = new Answers(environment).of(run, session -> ask(session, nearest, pushed));
        if (json) {
            environment.console().result(json(run, data, found));
        } else {
            tell(data, found);
        }
        return ExitCode.OK;
    }

    private CompletableFuture<Found> ask(SessionClient session, NearestRequest nearest, InfluenceRequest pushed) {
        CompletableFuture<NearestFound> first = session.nearest(nearest, share -> {});
        return session.influence(pushed, progress())
                .handle((answer, failure) -> failure == null
                        ? new Pushed(Optional.of(answer), "")
                        : new Pushed(Optional.empty(), Failures.message(failure)))
                .thenCombine(first, (second, alike) -> new Found(alike, second.pushed(), second.why()));
    }

    /** What pushed, or why that is not told. */
    private record Pushed(Optional<InfluenceFound> pushed, String why) {}

    private DoubleConsumer progress() {
        double[] next = {TOLD_EACH};
        return share -> {
            if (share >= next[0]) {
                next[0] = share + TOLD_EACH;
                environment.console().say(CliTexts.format("neighbours.progress", Math.round(100 * share)));
            }
        };
    }

    private void tell(Dataset data, Found found) {
        NearestFound alike = found.nearest();
        line(CliTexts.format("neighbours.nearest", alike.examples(), alike.layer(), distance));
        lines(data, alike.nearest());
        if (alike.agreement().isPresent()) {
            line(CliTexts.format(
                    "neighbours.agreement",
                    Math.round(100 * alike.agreement().getAsDouble()),
                    data.targetNames().get(alike.predicted())));
        }
        line("");
        if (found.pushed().isEmpty()) {
            line(found.why());
            return;
        }
        InfluenceFound pushed = found.pushed().get();
        String decision = pushed.target() < 0
                ? CliTexts.get("neighbours.value")
                : data.targetNames().get(pushed.target());
        line(CliTexts.format("neighbours.towards", decision));
        lines(data, pushed.proponents());
        line("");
        line(CliTexts.format("neighbours.against", decision));
        lines(data, pushed.opponents());
        if (pushed.checkpoints() > 0) {
            line("");
            line(CliTexts.format("neighbours.states", pushed.checkpoints()));
        }
    }

    private void line(String text) {
        environment.console().result(text);
    }

    private void lines(Dataset data, List<RankedExample> found) {
        for (RankedExample one : found) {
            line(String.format(Locale.ROOT, "  #%-7d %12.5g  %s", one.example(), one.value(), label(data, one)));
        }
    }

    private static String label(Dataset data, RankedExample found) {
        float first = data.train().example(found.example()).targets().values()[0];
        return switch (data.spec().target().kind()) {
            case CLASSES -> data.targetNames().get((int) first);
            case VALUES ->
                String.format(
                        Locale.ROOT,
                        "%.5g",
                        data.targetScales().isEmpty()
                                ? first
                                : data.targetScales().get(0).invert(first));
            default -> "";
        };
    }

    private ObjectNode json(RunDirectory run, Dataset data, Found found) {
        NearestFound alike = found.nearest();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("layer", alike.layer());
        result.put("distance", distance);
        result.put("averaged", alike.pooled());
        result.put("examples", alike.examples());
        boolean classes = data.spec().target().kind() == Target.Kind.CLASSES && alike.predicted() >= 0;
        if (classes) {
            result.put("predicted", data.targetNames().get(alike.predicted()));
        }
        alike.agreement().ifPresent(share -> result.put("agreement", share));
        array(result.putArray("nearest"), data, alike.nearest());
        result.put("distances", run.path().resolve(alike.file()).toString());
        result.put("seconds", alike.seconds());
        ObjectNode pushing = result.putObject("influence");
        if (found.pushed().isEmpty()) {
            pushing.put("refused", found.why());
            return result;
        }
        InfluenceFound pushed = found.pushed().get();
        pushing.put("measure", influence);
        pushing.put("allParameters", allParameters);
        if (pushed.target() >= 0) {
            pushing.put("target", data.targetNames().get(pushed.target()));
        }
        pushing.put("checkpoints", pushed.checkpoints());
        pushing.put("loss", pushed.loss());
        array(pushing.putArray("proponents"), data, pushed.proponents());
        array(pushing.putArray("opponents"), data, pushed.opponents());
        pushing.put("influences", run.path().resolve(pushed.file()).toString());
        pushing.put("seconds", pushed.seconds());
        return result;
    }

    private static void array(ArrayNode array, Dataset data, List<RankedExample> found) {
        found.forEach(one -> array.addObject()
                .put("example", one.example())
                .put("label", label(data, one))
                .put("value", one.value()));
    }
}

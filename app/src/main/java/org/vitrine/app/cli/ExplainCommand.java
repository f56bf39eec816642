package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.report.RelevancePicture;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.ExampleSplit;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine explain RUN --method NAME --example I}. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--method", paramLabel = "NAME", required = true, descriptionKey = "explain.method")
    private String method = "";

    @Option(names = "--example", paramLabel = "I", descriptionKey = "explain.example")
    private @Nullable Integer example;

    @Mixin
    private final GivenInput given = new GivenInput();

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "explain.part")
    private Part part = Part.TEST;

    @Mixin
    private final GivenPlace place = new GivenPlace();

    @Option(names = "--target", paramLabel = "CLASS", descriptionKey = "explain.target")
    private @Nullable String target;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "explain.layer")
    private @Nullable String layer;

    @Option(names = "--option", paramLabel = "NAME=VALUE", descriptionKey = "explain.option")
    private Map<String, String> options = new HashMap<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "explain.out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "explain.json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        checkMethod();
        Dataset dataset = Projects.data(run);
        Optional<NewInput> input = given.input();
        if (input.isPresent() == (example != null)) {
            throw new BadInputException(CliTexts.get("explain.subject"));
        }
        Batch subject = input.isPresent() ? prepared(dataset, input.get()) : example(dataset.part(part));
        ModelFacts facts = new ModelFacts(run.readDocument().flat().graph(), dataset.spec());
        Optional<String> refusal = facts.refusal();
        if (refusal.isPresent()) {
            throw new BadInputException(CliTexts.format("explain.noScore", run.id(), refusal.get()));
        }
        if (method.equals(AllMethods.NAME)) {
            return explainByAll(run, facts, dataset, subject, input);
        }
        AttributionRequest request = request(method, facts, dataset, input, given());
        AttributionDone answer = new Answers(environment).of(run, session -> session.attribute(request));
        tell(written(run, facts, dataset, subject, answer));
        return ExitCode.OK;
    }

    private int explainByAll(
            RunDirectory run, ModelFacts facts, Dataset dataset, Batch subject, Optional<NewInput> input)
            throws IOException, BadInputException {
        List<String> unknown = AllMethods.unknown(given());
        if (!unknown.isEmpty()) {
            throw new BadInputException(CliTexts.format("explain.noOption", unknown.get(0)));
        }
        Map<String, AttributionRequest> requests = new HashMap<>();
        for (AttributionMethod each : AttributionMethods.all()) {
            requests.put(each.id(), request(each.id(), facts, dataset, input, AllMethods.optionsOf(each, given())));
        }
        List<AllMethods.Outcome> outcomes = new Answers(environment)
                .of(
                        run,
                        session -> AllMethods.ask(
                                session,
                                each -> Objects.requireNonNull(requests.get(each.id())),
                                id -> environment.console().say(CliTexts.format("explain.method.begun", id))));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = result.putArray("methods");
        ObjectNode refused = result.putObject("refused");
        for (AllMethods.Outcome outcome : outcomes) {
            if (outcome.answer() == null) {
                refused.put(outcome.method(), outcome.why());
            } else {
                answers.add(written(run, facts, dataset, subject, outcome.answer()));
            }
        }
        if (json) {
            environment.console().result(result);
        } else {
            answers.forEach(answer -> {
                tell((ObjectNode) answer);
                environment.console().result("");
            });
            refused.properties().forEach(why -> environment
                    .console()
                    .result(CliTexts.format(
                            "explain.refused", why.getKey(), why.getValue().textValue())));
        }
        return ExitCode.OK;
    }

    /** Writes picture and values; tells what there is to tell. */
    private ObjectNode written(
            RunDirectory run, ModelFacts facts, Dataset dataset, Batch subject, AttributionDone answer)
            throws IOException, BadInputException {
        Tensor relevance = read(run.path().resolve(answer.relevanceFile()));
        List<String> names = GivenPlace.targets(facts, dataset);
        int explained = explained(names, dataset, answer);
        Optional<String> where = where(facts, answer);
        String about = example == null ? "input" : part.toString().toLowerCase(Locale.ROOT) + "-" + example;
        String name = about + "-" + answer.method()
                + where.map(position -> "-at-" + position.replace(',', '-')).orElse("") + "-" + explained;
        Path folder = (out == null ? run.attributions() : out).toAbsolutePath().normalize();
        Files.createDirectories(folder);
        Path png = folder.resolve(name + ".png");
        Path npy = folder.resolve(name + ".npy");
        String title = new AttributionTexts(Locale.ENGLISH).title(answer.method()) + ": "
                + names.get(explained)
                + where.map(position -> CliTexts.format("place.at", position)).orElse("");
        List<String> words = example == null ? List.of() : dataset.part(part).words(example);
        RelevancePicture.of(dataset, subject, words, relevance, answer.signed(), title)
                .writePng(png);
        Path source = run.path().resolve(answer.relevanceFile()).normalize();
        if (!source.equals(npy)) {
            Files.copy(source, npy, StandardCopyOption.REPLACE_EXISTING);
        }
        return facts(dataset, subject, answer, names, where, explained, png, npy);
    }

    private Batch example(Split split) throws BadInputException {
        int index = example == null ? -1 : example;
        if (index < 0 || index >= split.size()) {
            throw new BadInputException(CliTexts.format("example.wrong", index, split.size(), split.size() - 1));
        }
        return split.example(index);
    }

    private static Batch prepared(Dataset dataset, NewInput input) throws BadInputException {
        try {
            return new ExampleSplit(Examples.of(List.of(new InputReader(dataset.pipeline()).read(input)))).example(0);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkMethod() throws BadInputException {
        List<String> known =
                AttributionMethods.all().stream().map(AttributionMethod::id).toList();
        if (!known.contains(method) && !method.equals(AllMethods.NAME)) {
            throw new BadInputException(
                    CliTexts.format("method.wrong", method, AllMethods.NAME + ", " + String.join(", ", known)));
        }
    }

    /** All options, the layer among them. */
    private Map<String, String> given() {
        Map<String, String> all = new HashMap<>(options);
        if (layer != null) {
            all.put("layer", layer);
        }
        return all;
    }

    private AttributionRequest request(
            String id, ModelFacts facts, Dataset dataset, Optional<NewInput> input, Map<String, String> all)
            throws BadInputException {
        @Nullable Integer wanted = targetIndex(GivenPlace.targets(facts, dataset));
        return input.map(given -> AttributionRequest.of(id, given, wanted, all))
                .orElseGet(() -> new AttributionRequest(id, part, example == null ? 0 : example, wanted, all))
                .at(place.of(facts));
    }

    private @Nullable Integer targetIndex(List<String> names) throws BadInputException {
        return target == null ? null : Projects.target(names, target);
    }

    /** Where the place that was explained lies. */
    private static Optional<String> where(ModelFacts facts, AttributionDone answer) {
        return Places.of(facts)
                .filter(places -> answer.place().isPresent())
                .map(places -> Places.text(places.position(answer.place().getAsInt())));
    }

    private static Tensor read(Path file) throws BadInputException {
        try {
            return Npy.read(file);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The class that was asked for, or the predicted one; of values the first. */
    private int explained(List<String> names, Dataset dataset, AttributionDone answer) throws BadInputException {
        Integer asked = targetIndex(names);
        if (asked != null) {
            return asked;
        }
        return Projects.isClassification(dataset) || answer.place().isPresent() ? predicted(answer) : 0;
    }

    private static int predicted(AttributionDone answer) {
        int best = 0;
        for (int i = 1; i < answer.probabilities().size(); i++) {
            if (answer.probabilities().get(i) > answer.probabilities().get(best)) {
                best = i;
            }
        }
        return best;
    }

    private ObjectNode facts(
            Dataset dataset,
            Batch subject,
            AttributionDone answer,
            List<String> names,
            Optional<String> where,
            int explained,
            Path png,
            Path npy) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("method", answer.method());
        if (example != null) {
            result.put("part", part.toString().toLowerCase(Locale.ROOT));
            result.put("example", example);
        }
        where.ifPresent(position -> result.put("place", position));
        result.put("target", explained);
        result.put("targetName", names.get(explained));
        result.put("score", answer.score());
        if (answer.completenessGap().isPresent()) {
            result.put("completenessGap", answer.completenessGap().getAsDouble());
        } else {
            result.putNull("completenessGap");
        }
        if (Projects.isClassification(dataset)) {
            if (example != null) {
                int actual = (int) subject.targets().values()[0];
                result.put("actual", dataset.targetNames().get(actual));
            }
            result.put("predicted", dataset.targetNames().get(predicted(answer)));
        }
        answer.probabilities().forEach(result.putArray("probabilities")::add);
        result.put("png", png.toString());
        result.put("npy", npy.toString());
        result.put("seconds", answer.seconds());
        return result;
    }

    private void tell(ObjectNode result) {
        if (json) {
            environment.console().result(result);
        } else {
            result.properties().forEach(field -> environment
                    .console()
                    .result(String.format(Locale.ROOT, "%-16s %s", field.getKey(), plain(field.getValue()))));
        }
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}

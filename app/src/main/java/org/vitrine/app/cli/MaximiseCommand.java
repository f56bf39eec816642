package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.units.Made;
import org.vitrine.app.explain.units.SessionMaker;
import org.vitrine.app.explain.units.UnitFigures;
import org.vitrine.app.explain.units.UnitsViewModel;
import org.vitrine.attribution.maximisation.Recipe;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine maximise RUN --layer L --unit U --out FILE}. */
@Command(name = "maximise", aliases = "maximize")
final class MaximiseCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final double SIDE = 280;
    private static final double SHEET = 780;

    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "maximise.layer")
    private @Nullable String layer;

    @Option(names = "--unit", paramLabel = "U", required = true, descriptionKey = "maximise.unit")
    private String unit = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "maximise.out")
    private Path out = Path.of("");

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", descriptionKey = "maximise.part")
    private Part part = Part.TEST;

    @Option(names = "--examples", paramLabel = "N", defaultValue = "9", descriptionKey = "maximise.examples")
    private int examples;

    @Option(names = "--option", paramLabel = "NAME=VALUE", descriptionKey = "maximise.option")
    private Map<String, String> options = new HashMap<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    MaximiseCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        Dataset data = Projects.data(run);
        UnitsViewModel.Model model =
                UnitsViewModel.Model.of(data, run.readDocument().flat().graph());
        if (model.refusal().isPresent()) {
            throw new BadInputException(model.refusal().get());
        }
        UnitLayer chosen = layer(model);
        PictureFormat format = format();
        checkOptions(chosen, model);
        List<Integer> wanted = units(model, chosen);
        List<Made> made = new Answers(environment).of(run, session -> make(run, session, chosen, wanted));
        print(model, chosen, made).write(out, format, 2);
        tell(model, chosen, made);
        return ExitCode.OK;
    }

    /** Asks for one unit after the other. */
    private CompletableFuture<List<Made>> make(
            RunDirectory run, SessionClient session, UnitLayer of, List<Integer> wanted) {
        CompletableFuture<List<Made>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (int index : wanted) {
            all = all.thenCompose(made -> {
                environment.console().say(CliTexts.format("maximise.begun", index));
                return session.maximise(
                                new WorkerCommand.Maximise("", of.id(), index, options, part, examples, 0), news -> {})
                        .thenApply(answer -> {
                            made.add(SessionMaker.read(run.path(), answer));
                            return made;
                        });
            });
        }
        return all;
    }

    /** The layer that was asked for, or the last. */
    private UnitLayer layer(UnitsViewModel.Model model) throws BadInputException {
        List<UnitLayer> layers = model.layers();
        if (layer == null && !layers.isEmpty()) {
            return layers.get(layers.size() - 1);
        }
        return layers.stream()
                .filter(of -> of.id().equals(layer))
                .findFirst()
                .orElseThrow(() -> new BadInputException(CliTexts.format(
                        "maximise.layer.wrong",
                        String.valueOf(layer),
                        String.join(", ", layers.stream().map(UnitLayer::id).toList()))));
    }

    /** A number, a name, or all of them. */
    private List<Integer> units(UnitsViewModel.Model model, UnitLayer of) throws BadInputException {
        List<Integer> all = IntStream.range(0, of.units()).boxed().toList();
        if (unit.equals(ALL)) {
            return all;
        }
        return List.of(all.stream()
                .filter(index -> model.name(of, index).equals(unit))
                .findFirst()
                .or(() -> all.stream()
                        .filter(index -> Integer.toString(index).equals(unit))
                        .findFirst())
                .orElseThrow(() -> new BadInputException(
                        CliTexts.format("maximise.unit.wrong", unit, of.id(), of.units(), of.units() - 1))));
    }

    private PictureFormat format() throws BadInputException {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        for (PictureFormat format : PictureFormat.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new BadInputException(CliTexts.format("maximise.out.wrong", out));
    }

    private void checkOptions(UnitLayer of, UnitsViewModel.Model model) throws BadInputException {
        try {
            Recipe unused = new Recipe(of, model.grid(), options);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Print print(UnitsViewModel.Model model, UnitLayer of, List<Made> made) {
        if (made.size() == 1) {
            Figure figure = UnitFigures.input(model.dataset(), made.get(0).input());
            boolean tall = figure instanceof TableFigure;
            double height = tall ? ((TableFigure) figure).height() : SIDE;
            return new Print(of.id(), tall ? 2 * SIDE : SIDE, height, Theme.WHITE, figure);
        }
        Map<Integer, Made> all = new HashMap<>();
        made.forEach(one -> all.put(one.answer().unit(), one));
        TilesFigure tiles = UnitFigures.all(model, of, all, -1);
        return new Print(of.id(), SHEET, tiles.height(SHEET), Theme.WHITE, tiles);
    }

    private void tell(UnitsViewModel.Model model, UnitLayer of, List<Made> made) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("layer", of.id());
        result.put("file", out.toAbsolutePath().normalize().toString());
        ArrayNode units = result.putArray("units");
        for (Made one : made) {
            ObjectNode node = units.addObject();
            node.put("unit", one.answer().unit());
            node.put("name", model.name(of, one.answer().unit()));
            node.put("activation", one.answer().activation());
            node.put("part", one.answer().part().name().toLowerCase(Locale.ROOT));
            node.put("seen", one.answer().seen());
            ArrayNode excited = node.putArray("examples");
            one.answer().excited().forEach(example -> excited.addObject()
                    .put("example", example.example())
                    .put("activation", example.value()));
            node.put("seconds", one.answer().seconds());
            if (!json) {
                environment
                        .console()
                        .result(CliTexts.format(
                                "maximise.unit.made",
                                model.name(of, one.answer().unit()),
                                Numbers.significant(one.answer().activation(), 3),
                                one.answer().excited().isEmpty()
                                        ? "-"
                                        : Numbers.significant(
                                                one.answer().excited().get(0).value(), 3)));
            }
        }
        if (json) {
            environment.console().result(result);
        } else {
            environment.console().result(CliTexts.format("maximise.written", out));
        }
    }
}

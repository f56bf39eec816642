package org.vitrine.app.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.app.evaluate.TestExamples;
import org.vitrine.app.evaluate.Tested;
import org.vitrine.app.explain.effects.EffectSubject;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Dataset;
import org.vitrine.drawing.Print;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.picture.GraphPicture;
import org.vitrine.editor.picture.Paper;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Metric;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.parameter.SpecTexts;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent.DataLoaded;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;

/** Puts together what a report says of a run. */
final class ReportContent {
    private static final int PREVIEW = 24;
    private static final double WIDTH = 900;
    private static final double MOST_GRAPH_HEIGHT = 1400;

    private final RunDirectory run;
    private final RunRecord record;
    private final RunState state;
    private final GraphDocument document;
    private final Dataset dataset;
    private final Optional<Tested> tested;
    private final List<RunCurves.Named> curves;

    ReportContent(RunDirectory run, Dataset dataset) throws IOException {
        this.run = run;
        this.record = run.readRecord();
        this.state = run.readState();
        this.document = run.readDocument();
        this.dataset = dataset;
        Optional<TestEvaluation> evaluation = run.readEvaluation();
        this.tested = evaluation.map(test -> new Tested(document, dataset, Optional.empty(), test));
        this.curves = RunCurves.of(RunHistory.read(run), metric());
    }

    List<RunCurves.Named> curves() {
        return curves;
    }

    Optional<TestEvaluation> evaluation() {
        return tested.map(Tested::test);
    }

    /** The model and its data, to be asked what counts. */
    EffectSubject effects() {
        return new EffectSubject(run.path(), document.flat().graph(), dataset);
    }

    /** The report, with what was explained, and what counts over all data. */
    Report report(List<Explained> explained, List<Block> importance) throws IOException {
        List<Report.Section> sections = new ArrayList<>();
        section(sections, "graph", graph());
        section(sections, "data", data());
        section(sections, "settings", List.of(new Block.Facts(settings())));
        section(
                sections,
                "curves",
                curves.stream()
                        .map(curve -> (Block)
                                Block.Drawn.of(curve.title(), RunCurves.WIDTH, RunCurves.HEIGHT, curve.figure()))
                        .toList());
        if (tested.isPresent()) {
            section(sections, "results", new EvaluationBlocks(tested.get()).all());
        }
        section(sections, "importance", importance);
        boolean classes = evaluation().map(TestEvaluation::classes).orElse(true);
        for (Explained.Group group : Explained.Group.values()) {
            String key = "heatmaps." + group.name().toLowerCase(Locale.ROOT);
            boolean values = group != Explained.Group.PLACE && !classes;
            section(sections, values ? key + ".values" : key, explanations(explained, group));
        }
        section(
                sections,
                "provenance",
                List.of(
                        new Block.Facts(provenance()),
                        new Block.Folded(ReportTexts.get("document"), DocumentJson.write(document))));
        return new Report(document.title(), headline(), document.notes(), sections);
    }

    private static void section(List<Report.Section> into, String key, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            into.add(new Report.Section(ReportTexts.get(key), blocks));
        }
    }

    static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return image;
    }

    private Metric metric() {
        return document.graph().metric().orElse(Metric.ACCURACY);
    }

    private String headline() {
        String score = state.test()
                .map(test -> ReportTexts.format(
                        "headline." + metric(),
                        metric().isShare() ? Figures.percent(test.metric()) : Figures.number(test.metric())))
                .orElse(ReportTexts.get("headline.none"));
        StringBuilder headline = new StringBuilder(score);
        state.failure().ifPresent(failure -> headline.append(". ").append(failure.message()));
        state.diverged().ifPresent(diverged -> headline.append(". ").append(diverged.what()));
        return headline.toString();
    }

    /** The graph as the designer shows it, smaller if it is large. */
    private List<Block> graph() {
        GraphDocument shown = LayeredLayout.placed(document);
        GraphState graph = new GraphState(shown, GraphAnalyzer.analyze(shown, Optional.of(dataset.spec())));
        Print print = new GraphPicture(graph, EdgeStyle.CURVED, Paper.WHITE).print();
        double scale = Math.min(1, Math.min(WIDTH / print.width(), MOST_GRAPH_HEIGHT / print.height()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Drawn(document.title(), print.width(), print.height(), print.figure(), scale));
        List<List<String>> layers = new ArrayList<>();
        for (Node node : document.flat().graph().nodes()) {
            layers.add(List.of(node.id().toString(), SettingTexts.line(node.layer())));
        }
        blocks.add(new Block.Facts(layers));
        return blocks;
    }

    private List<Block> data() {
        List<List<String>> rows = new ArrayList<>();
        fact(rows, "dataset", SettingTexts.line(document.data()));
        state.latest(DataLoaded.class).ifPresent(data -> {
            fact(rows, "examples", data.train() + " / " + data.validation() + " / " + data.test());
            fact(rows, "fingerprint", data.fingerprint());
        });
        fact(rows, "input", dataset.spec().input().text());
        fact(
                rows,
                "targets",
                dataset.targetNames().stream().limit(40).collect(Collectors.joining(", "))
                        + (dataset.targetNames().size() > 40 ? ", \u2026" : ""));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(rows));
        if (tested.isPresent() && dataset.test().size() > 0) {
            TestExamples examples = new TestExamples(tested.get());
            List<TilesFigure.Tile> tiles = new ArrayList<>();
            for (int i = 0; i < Math.min(PREVIEW, dataset.test().size()); i++) {
                Look look = examples.look(i);
                tiles.add(new TilesFigure.Tile(i, List.of(look), List.of(), false, List.of()));
            }
            boolean pictures = tiles.get(0).looks().get(0).lines().isEmpty();
            TilesFigure figure = new TilesFigure(tiles, pictures ? 64 : 130, -1);
            blocks.add(Block.Drawn.of(ReportTexts.get("preview"), WIDTH, figure.height(WIDTH), figure));
        }
        return blocks;
    }

    /** Nothing where no example belongs to the group. */
    static List<Block> explanations(List<Explained> explained, Explained.Group group) {
        List<Block> blocks = new ArrayList<>();
        List<Explained> ofGroup =
                explained.stream().filter(example -> example.group() == group).toList();
        if (group == Explained.Group.PLACE && !ofGroup.isEmpty()) {
            blocks.add(new Block.Text(ReportTexts.get("heatmaps.place.how")));
        }
        for (Explained example : ofGroup) {
            blocks.add(new Block.Heading(example.caption()));
            blocks.add(new Block.Pictures(example.maps().stream()
                    .map(map -> new Block.Captioned(image(map.picture()), map.title()))
                    .toList()));
            blocks.addAll(example.card());
        }
        return blocks;
    }

    private List<List<String>> settings() {
        List<List<String>> rows = new ArrayList<>();
        var training = document.training();
        fact(rows, "epochs", Integer.toString(Math.max(training.epochs(), state.epochsPlanned())));
        fact(rows, "batch", Integer.toString(training.batchSize()));
        fact(rows, "updater", SpecTexts.constant(training.updater()) + ", " + Figures.number(training.learningRate()));
        fact(rows, "schedule", SpecTexts.constant(training.schedule()));
        fact(rows, "init", SpecTexts.constant(training.weightInit()));
        fact(rows, "regularisation", "L1 " + Figures.number(training.l1()) + ", L2 " + Figures.number(training.l2()));
        fact(rows, "patience", Integer.toString(training.patience()));
        fact(rows, "seed", Long.toString(training.seed()));
        return rows;
    }

    private List<List<String>> provenance() {
        List<List<String>> rows = new ArrayList<>();
        fact(rows, "run", run.id());
        fact(rows, "created", record.created().toString());
        fact(rows, "vitrine", record.vitrine());
        Map<String, String> versions = state.latest(WorkerStarted.class)
                .map(started -> new TreeMap<>(started.versions()))
                .orElseGet(TreeMap::new);
        versions.forEach((library, version) -> rows.add(List.of(library, version)));
        fact(rows, "device", state.deviceName().orElse(record.device().toString()));
        state.fallback().ifPresent(fallback -> fact(rows, "fallback", fallback.wished() + ": " + fallback.reason()));
        fact(rows, "seed", Long.toString(document.training().seed()));
        state.guarantees()
                .ifPresent(given -> fact(
                        rows,
                        "promise",
                        given.exactResume()
                                ? ReportTexts.format("promise.exact", given.threads())
                                : ReportTexts.format("promise.inexact", given.why())));
        state.stoppedEarly()
                .ifPresent(early -> fact(rows, "early", ReportTexts.format("early", early.epoch(), early.bestEpoch())));
        state.latest(TrainingStarted.class)
                .ifPresent(started -> fact(rows, "parameters", Long.toString(started.parameters())));
        return rows;
    }

    private static void fact(List<List<String>> rows, String key, String value) {
        rows.add(List.of(ReportTexts.get("fact." + key), value));
    }
}

package org.vitrine.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Metric;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.runs.RunException;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent.DataLoaded;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunRecord;
import org.vitrine.runs.store.RunState;

/**
 * Writes what became of a run into a folder: {@code index.html}, which needs no other file, and beside it the curves as
 * PNG and the heatmaps as PNG and {@code .npy}.
 */
public final class ReportWriter {
    private final RunDirectory run;
    private final RunRecord record;
    private final RunState state;
    private final GraphDocument document;
    private final Optional<TestEvaluation> evaluation;

    public ReportWriter(RunDirectory run) throws IOException {
        this.run = run;
        this.record = run.readRecord();
        this.state = run.readState();
        this.document = run.readDocument();
        this.evaluation = run.readEvaluation();
    }

    /**
     * Writes the report. Takes as long as some explanations.
     *
     * @param session answers for the heatmaps
     * @return the page
     */
    public Path write(Path folder, Dataset dataset, SessionClient session) throws IOException, DatasetException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RunException.of("The report can not be written", folder, e);
        }
        List<CurvePictures.Named> curves = CurvePictures.of(RunHistory.read(run), metric());
        for (CurvePictures.Named curve : curves) {
            curve.picture().writePng(folder.resolve(curve.name() + ".png"));
        }
        List<Heatmap> heatmaps = new ArrayList<>();
        if (evaluation.filter(test -> test.classes() || test.values()).isPresent()) {
            heatmaps.addAll(new Heatmaps(run, dataset, evaluation.get()).make(session));
            write(heatmaps, folder.resolve("heatmaps"));
        }
        Path page = folder.resolve("index.html");
        AtomicFiles.write(page, page(curves, heatmaps).getBytes(StandardCharsets.UTF_8));
        return page;
    }

    private void write(List<Heatmap> heatmaps, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Heatmap heatmap : heatmaps) {
            String name = String.format(Locale.ROOT, "test-%d-%s", heatmap.example(), heatmap.name());
            heatmap.picture().writePng(folder.resolve(name + ".png"));
            if (heatmap.values().isPresent()) {
                Files.copy(heatmap.values().get(), folder.resolve(name + ".npy"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String page(List<CurvePictures.Named> curves, List<Heatmap> heatmaps) throws IOException {
        Html html = new Html();
        html.raw("<!DOCTYPE html>").raw("<html lang=\"en\">").raw("<head>").raw("<meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">").element("title", document.title());
        html.raw("<style>" + style() + "</style>").raw("</head>").raw("<body>");
        html.element("h1", document.title());
        headline(html);
        if (!document.notes().isBlank()) {
            html.raw("<p class=\"notes\">" + Html.escape(document.notes()).replace("\n", "<br>") + "</p>");
        }
        html.element("h2", ReportTexts.get("curves"));
        for (CurvePictures.Named curve : curves) {
            html.image(curve.picture(), curve.title());
        }
        evaluation.ifPresent(present -> {
            html.element("h2", ReportTexts.get("results"));
            new ResultTables(present).write(html);
        });
        heatmaps(heatmaps, html);
        html.element("h2", ReportTexts.get("settings")).facts(settings());
        html.element("h2", ReportTexts.get("provenance")).facts(provenance());
        html.raw("<details><summary>" + Html.escape(ReportTexts.get("document")) + "</summary>");
        html.element("pre", DocumentJson.write(document)).raw("</details>");
        return html.raw("</body>").raw("</html>").toString();
    }

    private Metric metric() {
        return document.graph().metric().orElse(Metric.ACCURACY);
    }

    private void headline(Html html) {
        String score = state.test()
                .map(test -> ReportTexts.format(
                        "headline." + metric(),
                        metric().isShare() ? Figures.percent(test.metric()) : Figures.number(test.metric())))
                .orElse(ReportTexts.get("headline.none"));
        html.raw("<p class=\"headline\">" + Html.escape(score) + "</p>");
        state.failure().ifPresent(failure -> html.element("p", failure.message()));
        state.diverged().ifPresent(diverged -> html.element("p", diverged.what()));
    }

    private void heatmaps(List<Heatmap> heatmaps, Html html) {
        for (boolean right : new boolean[] {true, false}) {
            List<Heatmap> shown =
                    heatmaps.stream().filter(map -> map.right() == right).toList();
            if (shown.isEmpty()) {
                continue;
            }
            boolean classes = evaluation.map(TestEvaluation::classes).orElse(true);
            html.element(
                    "h2", ReportTexts.get((right ? "heatmaps.right" : "heatmaps.wrong") + (classes ? "" : ".values")));
            int example = -1;
            for (Heatmap map : shown) {
                if (map.example() != example) {
                    html.raw(example < 0 ? "" : "</div>").element("h3", map.caption());
                    html.raw("<div class=\"maps\">");
                    example = map.example();
                }
                html.image(map.picture(), map.name());
            }
            html.raw("</div>");
        }
    }

    private List<List<String>> settings() {
        List<List<String>> rows = new ArrayList<>();
        var training = document.training();
        fact(rows, "epochs", Integer.toString(Math.max(training.epochs(), state.epochsPlanned())));
        fact(rows, "batch", Integer.toString(training.batchSize()));
        fact(rows, "updater", training.updater() + ", " + Figures.number(training.learningRate()));
        fact(rows, "schedule", training.schedule().toString());
        fact(rows, "init", training.weightInit().toString());
        fact(rows, "regularisation", "L1 " + training.l1() + ", L2 " + training.l2());
        fact(rows, "patience", Integer.toString(training.patience()));
        fact(rows, "seed", Long.toString(training.seed()));
        for (Node node : document.flat().graph().nodes()) {
            rows.add(List.of(node.id().toString(), node.layer().toString()));
        }
        return rows;
    }

    private List<List<String>> provenance() {
        List<List<String>> rows = new ArrayList<>();
        fact(rows, "run", run.path().toString());
        fact(rows, "created", record.created().toString());
        fact(rows, "vitrine", record.vitrine());
        Map<String, String> versions = state.latest(WorkerStarted.class)
                .map(started -> new TreeMap<>(started.versions()))
                .orElseGet(TreeMap::new);
        versions.forEach((library, version) -> rows.add(List.of(library, version)));
        fact(rows, "device", state.deviceName().orElse(record.device().toString()));
        state.fallback().ifPresent(fallback -> fact(rows, "fallback", fallback.wished() + ": " + fallback.reason()));
        state.guarantees()
                .ifPresent(given -> fact(
                        rows,
                        "promise",
                        given.exactResume()
                                ? ReportTexts.format("promise.exact", given.threads())
                                : ReportTexts.format("promise.inexact", given.why())));
        state.stoppedEarly()
                .ifPresent(early -> fact(rows, "early", ReportTexts.format("early", early.epoch(), early.bestEpoch())));
        fact(rows, "dataset", document.data().dataset() + " " + document.data().options() + steps(document.data()));
        state.latest(DataLoaded.class).ifPresent(data -> {
            fact(rows, "examples", data.train() + " / " + data.validation() + " / " + data.test());
            fact(rows, "fingerprint", data.fingerprint());
        });
        state.latest(TrainingStarted.class)
                .ifPresent(started -> fact(rows, "parameters", Long.toString(started.parameters())));
        return rows;
    }

    private static void fact(List<List<String>> rows, String key, String value) {
        rows.add(List.of(ReportTexts.get("fact." + key), value));
    }

    private static String steps(DataReference data) {
        return data.steps()
                .map(steps -> steps.stream()
                        .map(step -> " \u2192 " + step.step() + (step.options().isEmpty() ? "" : " " + step.options()))
                        .collect(Collectors.joining()))
                .orElse("");
    }

    private static String style() throws IOException {
        try (InputStream in = ReportWriter.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("report.css is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

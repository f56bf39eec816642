package org.vitrine.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.runs.RunException;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Writes what became of a run: one page of HTML that needs no other file, a PDF with the same content, or a folder. */
public final class ReportWriter {
    /** Pixels of a PNG for each unit of length. */
    private static final double PIXELS = 2;

    private final RunDirectory run;
    private final Dataset dataset;
    private final ReportContent content;

    public ReportWriter(RunDirectory run, Dataset dataset) throws IOException {
        this.run = run;
        this.dataset = dataset;
        this.content = new ReportContent(run, dataset);
    }

    /**
     * Writes files with the same content, each whole or not at all. Takes as long as some explanations.
     *
     * @param session answers for the heatmaps
     */
    public void write(Optional<Path> html, Optional<Path> pdf, SessionClient session)
            throws IOException, DatasetException {
        Report report = content.report(explained(session), Importances.of(content.effects(), session));
        if (html.isPresent()) {
            put(html.get(), HtmlReport.of(report));
        }
        if (pdf.isPresent()) {
            put(pdf.get(), PdfReport.of(report));
        }
    }

    /**
     * Writes {@code index.html} and {@code report.pdf} into a folder, and beside them the curves as PNG and the heatmaps as PNG
     * and {@code .npy}.
     *
     * @return the page
     */
    public Path writeFolder(Path folder, SessionClient session) throws IOException, DatasetException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RunException.of("The report can not be written", folder, e);
        }
        for (RunCurves.Named curve : content.curves()) {
            curve.print().write(folder.resolve(curve.name() + ".png"), PictureFormat.PNG, PIXELS);
        }
        List<Explained> explained = explained(session);
        if (!explained.isEmpty()) {
            writeMaps(explained, folder.resolve("heatmaps"));
        }
        Report report = content.report(explained, Importances.of(content.effects(), session));
        Path page = folder.resolve("index.html");
        put(page, HtmlReport.of(report));
        put(folder.resolve("report.pdf"), PdfReport.of(report));
        return page;
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFiles.write(file, bytes);
    }

    private List<Explained> explained(SessionClient session) throws IOException, DatasetException {
        return content.evaluation().isPresent()
                ? new Heatmaps(run, dataset, content.evaluation().get()).make(session)
                : List.of();
    }

    private static void writeMaps(List<Explained> explained, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Explained example : explained) {
            for (Explained.Map map : example.maps()) {
                String name = String.format(Locale.ROOT, "test-%d-%s", example.example(), map.name());
                map.picture().writePng(folder.resolve(name + ".png"));
                if (map.values().isPresent()) {
                    Files.copy(map.values().get(), folder.resolve(name + ".npy"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}

package org.vitrine.charts.panel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;

/** What a panel showed at one moment, ready to be written by another thread. */
public final class PanelFile {
    /** Pixels of a PNG for each of the screen. */
    private static final double SCALE = 2;

    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 300;
    /** What is longer is cut. */
    private static final double MOST_HEIGHT = 8000;

    private final Optional<Print> print;
    private final Optional<Table> table;

    private PanelFile(Optional<Print> print, Optional<Table> table) {
        this.print = print;
        this.table = table;
    }

    /**
     * Takes what the panel shows, on white, at its size on the screen; what has to be scrolled there is written whole. On the FX
     * thread.
     */
    public static PanelFile of(Panel panel) {
        double width = Math.max(LEAST_WIDTH, panel.node().getLayoutBounds().getWidth());
        Optional<Figure> figure = panel.figure().get();
        double seen = Math.max(LEAST_HEIGHT, panel.node().getLayoutBounds().getHeight());
        double height = Math.max(
                seen, Math.min(MOST_HEIGHT, figure.map(of -> of.height(width)).orElse(0.0)));
        return new PanelFile(
                figure.map(shown -> new Print(panel.title(), width, height, Theme.WHITE, shown)),
                panel.table().get());
    }

    /** Whether there is something to write. */
    public boolean has(PanelFormat format) {
        return format == PanelFormat.CSV ? table.isPresent() : print.isPresent();
    }

    /** Writes a file, whole or not at all. */
    public void write(Path file, PanelFormat format) throws IOException {
        switch (format) {
            case CSV -> table.orElseThrow().writeCsv(file);
            case PNG -> print.orElseThrow().write(file, PictureFormat.PNG, SCALE);
            case SVG -> print.orElseThrow().write(file, PictureFormat.SVG, 1);
            case PDF -> print.orElseThrow().write(file, PictureFormat.PDF, 1);
        }
    }
}

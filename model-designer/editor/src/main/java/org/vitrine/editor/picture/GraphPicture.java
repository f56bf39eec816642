package org.vitrine.editor.picture;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Wire;
import org.vitrine.graph.json.AtomicFiles;

/** A whole graph as a picture. Needs neither a window nor fonts; any thread may make one. */
public final class GraphPicture {
    /** The largest picture in pixels: more would not fit into memory, nor into programs that show it. */
    public static final long MOST_PIXELS = 200_000_000;

    private static final double MARGIN = 24;

    private final GraphState state;
    private final Plan plan;
    private final Paper paper;
    private final Box area;

    public GraphPicture(GraphState state, EdgeStyle style, Paper paper) {
        this.state = state;
        this.paper = paper;
        plan = Plan.of(state, style);
        Box nodes = plan.area().orElse(new Box(0, 0, 200, 100));
        for (Wire wire : plan.wires()) {
            nodes = nodes.around(wire.area());
        }
        area = nodes.grownBy(MARGIN);
    }

    public double width() {
        return area.width();
    }

    public double height() {
        return area.height();
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param scale pixels of a PNG for each of the canvas; other formats have no pixels
     */
    public void write(Path file, PictureFormat format, double scale) throws IOException {
        AtomicFiles.write(file, out -> write(out, format, scale));
    }

    private void write(OutputStream out, PictureFormat format, double scale) throws IOException {
        Letters plain = Letters.plain();
        Letters bold = Letters.bold();
        String title = state.document().title();
        switch (format) {
            case SVG -> {
                SvgSheet sheet = new SvgSheet(out, title, width(), height());
                draw(sheet, plain, bold);
                sheet.close();
            }
            case PDF -> {
                try (PdfSheet sheet = new PdfSheet(title, width(), height(), plain, bold)) {
                    draw(sheet, plain, bold);
                    sheet.writeTo(out);
                }
            }
            case PNG -> {
                if (width() * height() * scale * scale > MOST_PIXELS) {
                    throw new IOException(String.format(
                            "The picture would have %.0f × %.0f pixels; a smaller scale, SVG or PDF will do",
                            width() * scale, height() * scale));
                }
                PngSheet sheet = new PngSheet(width(), height(), scale, plain, bold);
                draw(sheet, plain, bold);
                ImageIO.write(sheet.image(), "png", out);
            }
        }
    }

    private void draw(Sheet sheet, Letters plain, Letters bold) throws IOException {
        sheet.fill(new Rectangle2D.Double(0, 0, width(), height()), paper.ground());
        new GraphDrawing(state, plan, paper, sheet, plain, bold, -area.left(), -area.top()).draw();
    }
}

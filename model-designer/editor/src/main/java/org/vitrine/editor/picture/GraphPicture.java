package org.vitrine.editor.picture;

import java.io.IOException;
import java.nio.file.Path;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Wire;

/** A whole graph as a picture. Needs neither a window nor fonts; any thread may make one. */
public final class GraphPicture {
    private static final double MARGIN = 24;

    private final GraphState state;
    private final Plan plan;
    private final Paper paper;
    private final Box area;

    public GraphPicture(GraphState state, EdgeStyle style, Paper paper) {
        this.state = state;
        this.paper = paper;
        plan = Plan.of(state, style);
        Box all = plan.area().orElse(new Box(0, 0, 200, 100));
        for (Wire wire : plan.wires()) {
            all = all.around(wire.area());
        }
        for (Box annotation : AnnotationDrawing.areas(state, plan)) {
            all = all.around(annotation);
        }
        area = all.grownBy(MARGIN);
    }

    public double width() {
        return area.width();
    }

    public double height() {
        return area.height();
    }

    /** The picture at the size of the canvas. */
    public Print print() {
        Theme theme = new Theme(paper.ground(), paper.text(), paper.muted(), paper.border(), false);
        return new Print(
                state.document().title(), width(), height(), theme, (sheet, wide, high, colours) -> draw(sheet));
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param scale pixels of a PNG for each of the canvas; other formats have no pixels
     */
    public void write(Path file, PictureFormat format, double scale) throws IOException {
        print().write(file, format, scale);
    }

    private void draw(Sheet sheet) {
        new AnnotationDrawing(state, plan, paper, sheet, -area.left(), -area.top()).draw();
        new GraphDrawing(state, plan, paper, sheet, -area.left(), -area.top()).draw();
    }
}

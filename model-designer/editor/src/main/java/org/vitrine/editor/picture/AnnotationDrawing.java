package org.vitrine.editor.picture;

import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Words;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.FrameArea;
import org.vitrine.editor.plan.Plan;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Tint;

/** Draws notes and frames as the canvas shows them, behind the graph. */
final class AnnotationDrawing {
    private static final double LETTERS = 12;
    private static final double LINE = 15;
    private static final Map<Tint, Integer> COLORS = Map.of(
            Tint.GREY, 0xFF6B7280,
            Tint.YELLOW, 0xFFCA8A04,
            Tint.GREEN, 0xFF16A34A,
            Tint.BLUE, 0xFF3B82F6,
            Tint.VIOLET, 0xFF8B5CF6,
            Tint.RED, 0xFFE11D48);

    private final GraphState state;
    private final Plan plan;
    private final Paper paper;
    private final Sheet sheet;
    private final double dx;
    private final double dy;

    /** @param dx what is added to the graph's pixels across, {@code dy} down */
    AnnotationDrawing(GraphState state, Plan plan, Paper paper, Sheet sheet, double dx, double dy) {
        this.state = state;
        this.plan = plan;
        this.paper = paper;
        this.sheet = sheet;
        this.dx = dx;
        this.dy = dy;
    }

    /** Where notes and frames of this canvas stand. */
    static List<Box> areas(GraphState state, Plan plan) {
        Annotations annotations = state.document().annotations();
        List<Box> areas = new ArrayList<>();
        for (Frame frame : annotations.frames()) {
            if (!frame.id().isPath()) {
                FrameArea.of(frame, plan).ifPresent(areas::add);
            }
        }
        for (Note note : annotations.notes()) {
            if (!note.id().isPath()) {
                areas.add(area(note));
            }
        }
        return areas;
    }

    void draw() {
        Annotations annotations = state.document().annotations();
        for (Frame frame : annotations.frames()) {
            if (!frame.id().isPath()) {
                FrameArea.of(frame, plan).ifPresent(box -> draw(frame, box));
            }
        }
        for (Note note : annotations.notes()) {
            if (!note.id().isPath()) {
                draw(note);
            }
        }
    }

    private static Box area(Note note) {
        return new Box(
                note.position().x(),
                note.position().y(),
                note.position().x() + note.width(),
                note.position().y() + note.height());
    }

    private void draw(Frame frame, Box box) {
        sheet.begin(frame.title());
        int color = body(box, frame.tint(), 20, 1.2);
        sheet.write(new Words(
                sheet.fitted(frame.title(), LETTERS, true, box.width() - 24),
                box.left() + dx + 12,
                box.top() + dy + 19,
                Anchor.START,
                LETTERS,
                true,
                color));
        sheet.end();
    }

    private void draw(Note note) {
        Box box = area(note);
        sheet.begin(note.tint().name().toLowerCase(Locale.ROOT));
        sheet.fill(outline(box, 12), 0xFFFFFFFF);
        body(box, note.tint(), 12, 1);
        sheet.clip(box.left() + dx, box.top() + dy, box.width(), box.height());
        double y = box.top() + dy + 6 + LETTERS;
        for (String line : sheet.wrapped(note.text(), LETTERS, false, box.width() - 16)) {
            sheet.write(new Words(line, box.left() + dx + 8, y, Anchor.START, LETTERS, false, paper.text()));
            y += LINE;
        }
        sheet.end();
        sheet.end();
    }

    private int body(Box box, Tint tint, double corner, double line) {
        int color = Objects.requireNonNull(COLORS.get(tint));
        sheet.fill(outline(box, corner), Colours.withOpacity(color, 0.12));
        sheet.stroke(outline(box, corner), color, Pen.of(line));
        return color;
    }

    private RoundRectangle2D outline(Box box, double corner) {
        return new RoundRectangle2D.Double(box.left() + dx, box.top() + dy, box.width(), box.height(), corner, corner);
    }
}

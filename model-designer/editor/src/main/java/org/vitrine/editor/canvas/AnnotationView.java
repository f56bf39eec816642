package org.vitrine.editor.canvas;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.FrameArea;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Tint;

/** A note, or a frame with its title: only the title of a frame takes the mouse, so that what is in it can be reached. */
final class AnnotationView extends Pane {
    private static final double GRIP = 16;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final NodeId id;
    private final Label text = new Label();
    private final Region grip = new Region();
    private boolean frame;

    AnnotationView(NodeId id) {
        this.id = id;
        setManaged(false);
        setId("annotation-" + id);
        text.setManaged(false);
        text.setWrapText(true);
        grip.setManaged(false);
        grip.getStyleClass().add("note-grip");
        grip.setCursor(Cursor.SE_RESIZE);
        getChildren().addAll(text, grip);
    }

    NodeId annotation() {
        return id;
    }

    boolean isFrame() {
        return frame;
    }

    boolean isGrip(Node target) {
        return target == grip;
    }

    void show(Note note) {
        frame = false;
        style("note", note.tint());
        setPickOnBounds(true);
        text.setText(note.text().isEmpty() ? Texts.text("note.empty") : note.text());
        text.getStyleClass().setAll("label", "note-text");
        resizeRelocate(note.position().x(), note.position().y(), note.width(), note.height());
        text.resizeRelocate(8, 6, Math.max(1, note.width() - 16), Math.max(1, note.height() - 12));
        grip.resizeRelocate(note.width() - GRIP, note.height() - GRIP, GRIP, GRIP);
        setAccessibleText(Texts.text("note.spoken", tint(note.tint()), note.text()));
    }

    void show(Frame shown, Box area) {
        frame = true;
        style("frame", shown.tint());
        setPickOnBounds(false);
        grip.setVisible(false);
        text.setText(shown.title());
        text.getStyleClass().setAll("label", "frame-title");
        resizeRelocate(area.left(), area.top(), area.width(), area.height());
        text.resizeRelocate(0, 0, area.width(), FrameArea.TITLE);
        setAccessibleText(Texts.text(
                "frame.spoken",
                tint(shown.tint()),
                shown.title(),
                shown.members().size()));
    }

    private void style(String kind, Tint tint) {
        getStyleClass().setAll(kind, "tint-" + tint.name().toLowerCase(Locale.ROOT));
    }

    static String tint(Tint tint) {
        return Texts.text("tint." + tint.name());
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}

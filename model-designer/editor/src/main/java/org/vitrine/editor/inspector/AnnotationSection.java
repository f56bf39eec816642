package org.vitrine.editor.inspector;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NoteActions;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Tint;

/** One note or frame: its text and its colour. */
final class AnnotationSection implements Section {
    private final NoteActions actions;
    private final NodeId id;
    private final TextArea text = new TextArea();
    private final ChoiceBox<Tint> colour = new ChoiceBox<>();
    private final VBox node;
    private boolean showing;

    /** @param back brings the keyboard back to the canvas */
    AnnotationSection(GraphViewModel model, NodeId id, Runnable back) {
        this.id = id;
        actions = model.actions().notes();
        boolean frame = actions.frame(id).isPresent();
        text.setId("annotation-text");
        text.setWrapText(true);
        text.setPrefRowCount(frame ? 1 : 5);
        text.textProperty().addListener((observable, before, now) -> {
            if (!showing) {
                actions.write(id, now);
            }
        });
        text.focusedProperty().addListener((observable, before, now) -> model.endGesture());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean ends = event.getCode() == KeyCode.ESCAPE || (frame && event.getCode() == KeyCode.ENTER);
            if (ends) {
                back.run();
                event.consume();
            }
        });
        colour.setId("annotation-colour");
        colour.getItems().addAll(Tint.values());
        colour.setMaxWidth(Double.MAX_VALUE);
        colour.setConverter(new StringConverter<Tint>() {
            @Override
            public String toString(@Nullable Tint tint) {
                return tint == null ? "" : Texts.text("tint." + tint.name());
            }

            @Override
            public Tint fromString(String shown) {
                throw new UnsupportedOperationException("A choice box never reads text");
            }
        });
        colour.valueProperty().addListener((observable, before, now) -> {
            if (!showing && now != null) {
                actions.colour(id, now);
            }
        });
        Label textLabel = Parts.label(Texts.text(frame ? "frame.title" : "note.text"), "form-label");
        Label colourLabel = Parts.label(Texts.text("note.colour"), "form-label");
        textLabel.setLabelFor(text);
        colourLabel.setLabelFor(colour);
        node = Parts.column(
                Parts.label(Texts.text(frame ? "frame.heading" : "note.heading"), "inspector-title"),
                Parts.label(Texts.text(frame ? "frame.help" : "note.help"), "inspector-summary"),
                textLabel,
                text,
                colourLabel,
                colour);
        update(model.state());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        Optional<Note> note = actions.note(id);
        Optional<Frame> frame = actions.frame(id);
        String shown = note.map(Note::text).or(() -> frame.map(Frame::title)).orElse("");
        showing = true;
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
        note.map(Note::tint).or(() -> frame.map(Frame::tint)).ifPresent(colour::setValue);
        showing = false;
    }

    @Override
    public void focusParameters() {
        text.requestFocus();
        text.selectAll();
    }
}

package org.vitrine.editor.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.model.NodeId;

/** The name of a node: Enter or leaving renames, Escape gives up; a name that can not be stays red with the reason. */
final class NameField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final NodeId id;
    private final GraphActions actions;
    private final TextField field;
    private final Label complaint = Parts.label("", "form-complaint");

    NameField(NodeId id, GraphActions actions) {
        this.id = id;
        this.actions = actions;
        getStyleClass().add("number-control");
        field = new TextField(id.value());
        field.setId("node-name-field");
        field.setAccessibleText(Texts.text("inspector.name"));
        complaint.setVisible(false);
        complaint.managedProperty().bind(complaint.visibleProperty());
        getChildren().addAll(field, complaint);
        field.textProperty().addListener((observable, before, now) -> check());
        field.setOnAction(event -> rename());
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                rename();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(id.value());
                event.consume();
            }
        });
    }

    private boolean check() {
        String reason = actions.whyNotName(id, field.getText()).orElse("");
        field.pseudoClassStateChanged(ERROR, !reason.isEmpty());
        complaint.setText(reason);
        complaint.setVisible(!reason.isEmpty());
        return reason.isEmpty();
    }

    private void rename() {
        if (!field.getText().equals(id.value()) && check()) {
            actions.rename(id, field.getText());
        }
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }
}

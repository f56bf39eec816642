package org.vitrine.editor.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.edit.ChangeTitle;
import org.vitrine.graph.edit.ChangeTraining;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;

/** Nothing chosen: the document's title and notes, and how it is trained. */
final class DocumentSection implements Section {
    private final GraphViewModel model;
    private final TextField title = new TextField();
    private final TextArea notes = new TextArea();
    private final RecordForm<TrainingSettings> form;
    private final VBox node;
    private boolean showing;

    DocumentSection(GraphViewModel model) {
        this.model = model;
        form = new RecordForm<>(
                model.document().training(),
                LayerWords.trainingForm(),
                TrainingRelevance::matters,
                changed -> model.execute(new ChangeTraining(changed)),
                model::endGesture);
        title.setId("document-title");
        notes.setId("document-notes");
        notes.setWrapText(true);
        notes.setPrefRowCount(3);
        notes.setPromptText(Texts.text("inspector.notesPrompt"));
        Label titleLabel = Parts.label(Texts.text("inspector.documentTitle"), "form-label");
        Label notesLabel = Parts.label(Texts.text("inspector.notes"), "form-label");
        titleLabel.setLabelFor(title);
        notesLabel.setLabelFor(notes);
        title.textProperty().addListener((observable, before, now) -> typed());
        notes.textProperty().addListener((observable, before, now) -> typed());
        for (Node field : new Node[] {title, notes}) {
            field.focusedProperty().addListener((observable, before, focused) -> {
                if (!focused) {
                    model.endGesture();
                }
            });
        }
        Label help = Parts.label("", "inspector-help");
        help.textProperty().bind(form.helpProperty());
        help.visibleProperty().bind(form.helpProperty().isNotEmpty());
        help.managedProperty().bind(help.visibleProperty());
        node = Parts.column(
                Parts.label(Texts.text("inspector.document"), "inspector-title"),
                titleLabel,
                title,
                notesLabel,
                notes,
                Parts.heading(Texts.text("inspector.training")),
                form,
                help);
        update(model.state());
    }

    private void typed() {
        if (!showing) {
            model.execute(new ChangeTitle(title.getText(), notes.getText()));
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        GraphDocument document = state.document();
        showing = true;
        if (!title.getText().equals(document.title())) {
            title.setText(document.title());
        }
        if (!notes.getText().equals(document.notes())) {
            notes.setText(document.notes());
        }
        showing = false;
        form.show(document.training());
    }

    @Override
    public void focusParameters() {
        form.focusFirst();
    }

    @Override
    public void focusName() {
        title.requestFocus();
    }
}

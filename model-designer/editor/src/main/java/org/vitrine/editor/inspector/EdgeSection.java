package org.vitrine.editor.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.shape.Shape;

/** One edge: its ends and what it carries. */
final class EdgeSection implements Section {
    private final Edge edge;
    private final GridPane facts = Parts.facts();
    private final VBox node;

    EdgeSection(GraphViewModel model, Edge edge) {
        this.edge = edge;
        Button delete = new Button(Texts.text("menu.delete"), new FontIcon(MaterialDesignT.TRASH_CAN_OUTLINE));
        delete.setOnAction(event -> model.actions().delete());
        node = Parts.column(
                Parts.label(Texts.text("inspector.edge"), "inspector-title"),
                facts,
                Parts.label(Texts.text("inspector.edgeHint"), "inspector-summary"),
                delete);
        update(model.state());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        facts.getChildren().clear();
        Parts.addFact(facts, Texts.text("inspector.edgeFrom"), edge.from().value());
        Parts.addFact(facts, Texts.text("inspector.edgeTo"), Texts.text("problem.port", edge.to(), edge.port() + 1));
        Parts.addFact(
                facts,
                Texts.text("inspector.carries"),
                state.analysis().output(edge.from()).map(Shape::text).orElse("?"));
    }
}

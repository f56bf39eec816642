package org.vitrine.editor.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;

/** Several parts: how many, and what can be done to all of them. */
final class ManySection implements Section {
    private final GraphViewModel model;
    private final Label title = Parts.label("", "inspector-title");
    private final GridPane facts = Parts.facts();
    private final List<Button> forNodes;
    private final VBox node;

    ManySection(GraphViewModel model) {
        this.model = model;
        GraphActions actions = model.actions();
        forNodes = List.of(
                button("alignColumn", MaterialDesignA.ALIGN_HORIZONTAL_CENTER, actions::alignColumn),
                button("alignRow", MaterialDesignA.ALIGN_VERTICAL_CENTER, actions::alignRow),
                button("duplicate", MaterialDesignC.CONTENT_DUPLICATE, actions::duplicate),
                button("copy", MaterialDesignC.CONTENT_COPY, actions::copy));
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("inspector-actions");
        buttons.getChildren().addAll(forNodes);
        buttons.getChildren().add(button("delete", MaterialDesignT.TRASH_CAN_OUTLINE, actions::delete));
        node = Parts.column(title, facts, buttons);
        update(model.state());
    }

    private static Button button(String key, Ikon icon, Runnable action) {
        Button button = new Button(Texts.text("menu." + key), new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        Selection chosen = model.selection();
        title.setText(Texts.text(
                "inspector.many", chosen.nodes().size(), chosen.edges().size()));
        long parameters = chosen.nodes().stream()
                .map(id -> state.analysis().nodes().get(id))
                .filter(shapes -> shapes != null)
                .mapToLong(NodeShapes::parameters)
                .sum();
        facts.getChildren().clear();
        Parts.addFact(facts, Texts.text("inspector.parameters"), Texts.count(parameters));
        forNodes.forEach(button -> button.setDisable(chosen.nodes().isEmpty()));
    }
}

package org.vitrine.editor.inspector;

import java.util.List;
import java.util.Optional;
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
import org.vitrine.editor.look.LayerWords;
import org.vitrine.editor.model.Arrangement;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.edit.ChangeMany;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.CommonParameter;

/** Several parts: how many, and what can be done to all of them. */
final class ManySection implements Section {
    private final GraphViewModel model;
    private final Label title = Parts.label("", "inspector-title");
    private final GridPane facts = Parts.facts();
    private final List<Button> forNodes;
    private final ParameterForm form;
    private final VBox node;

    ManySection(GraphViewModel model) {
        this.model = model;
        GraphActions actions = model.actions();
        forNodes = List.of(
                button(
                        "align.CENTRE",
                        MaterialDesignA.ALIGN_HORIZONTAL_CENTER,
                        () -> actions.arrange(Arrangement.CENTRE)),
                button(
                        "align.MIDDLE",
                        MaterialDesignA.ALIGN_VERTICAL_CENTER,
                        () -> actions.arrange(Arrangement.MIDDLE)),
                button("duplicate", MaterialDesignC.CONTENT_DUPLICATE, actions::duplicate),
                button("copy", MaterialDesignC.CONTENT_COPY, actions::copy));
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("inspector-actions");
        buttons.getChildren().addAll(forNodes);
        buttons.getChildren().add(button("delete", MaterialDesignT.TRASH_CAN_OUTLINE, actions::delete));
        List<CommonParameter> common = common(model);
        Optional<LayerSpec> first = layers(model).stream().findFirst().map(LayerSpec.class::cast);
        form = new ParameterForm(
                common,
                first.map(LayerWords::form).orElseGet(LayerWords::trainingForm),
                (name, value) -> model.execute(new ChangeMany(model.selection().nodes(), name, value)),
                model::endGesture);
        node = Parts.column(title, facts, buttons);
        if (!form.isEmpty()) {
            node.getChildren().addAll(Parts.heading(Texts.text("inspector.common")), form);
        }
        update(model.state());
    }

    /** What all chosen nodes have in common; none if one or none is chosen. */
    static List<CommonParameter> common(GraphViewModel model) {
        List<Record> layers = layers(model);
        return layers.size() < 2 ? List.of() : CommonParameter.of(layers);
    }

    private static List<Record> layers(GraphViewModel model) {
        return model.document().graph().nodes().stream()
                .filter(chosen -> model.selection().nodes().contains(chosen.id()))
                .map(chosen -> (Record) chosen.layer())
                .toList();
    }

    @Override
    public void focusParameters() {
        form.focusFirst();
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
        form.show(common(model));
        forNodes.forEach(button -> button.setDisable(chosen.nodes().isEmpty()));
    }
}

package org.vitrine.editor.inspector;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.problems.ProblemCard;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.edit.Dismiss;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;
import org.vitrine.graph.shape.Shape;

/** One node: its name, its parameters, the shapes it sees, and its problems. */
final class NodeSection implements Section {
    private final GraphViewModel model;
    private final NodeId id;
    private final NameField name;
    private final RecordForm<Record> form;
    private final GridPane facts = Parts.facts();
    private final VBox problems = new VBox();
    private final VBox node;
    private List<Problem> shownProblems = List.of();

    NodeSection(GraphViewModel model, NodeId id) {
        this.model = model;
        this.id = id;
        LayerSpec layer = model.document().graph().layer(id);
        name = new NameField(id, model.actions());
        form = new RecordForm<>(
                (Record) layer,
                LayerWords.form(layer),
                (record, component) -> true,
                changed -> model.execute(new ReplaceLayer(id, (LayerSpec) changed)),
                model::endGesture);
        Label title = new Label(SpecTexts.title(layer), FamilyLook.graphic(layer.family()));
        title.getStyleClass().add("inspector-title");
        HBox header = new HBox(title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("inspector-header", FamilyLook.styleClass(layer.family()));
        GridPane nameRow = Parts.facts();
        Label nameLabel = Parts.label(Texts.text("inspector.name"), "form-label");
        nameRow.addRow(0, nameLabel, name);
        problems.getStyleClass().add("problems-list");
        problems.managedProperty().bind(problems.visibleProperty());
        node = Parts.column(header, Parts.label(SpecTexts.summary(layer), "inspector-summary"), nameRow, form);
        Label help = Parts.label("", "inspector-help");
        help.textProperty().bind(form.helpProperty());
        help.visibleProperty().bind(form.helpProperty().isNotEmpty());
        help.managedProperty().bind(help.visibleProperty());
        node.getChildren().addAll(help, problems, Parts.heading(Texts.text("inspector.shapes")), facts);
        update(model.state());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        form.show((Record) state.document().graph().layer(id));
        showFacts(state);
        List<Problem> found = NodeProblems.at(state, id);
        if (!found.equals(shownProblems)) {
            shownProblems = found;
            problems.getChildren().clear();
            found.forEach(problem -> problems.getChildren()
                    .add(new ProblemCard(problem, false, where -> {}, model.actions()::apply, this::dismiss)));
        }
        problems.setVisible(!found.isEmpty());
    }

    private void showFacts(GraphState state) {
        facts.getChildren().clear();
        List<Edge> inputs = state.document().graph().inputsOf(id);
        for (Edge edge : inputs) {
            String what = inputs.size() == 1
                    ? Texts.text("inspector.input")
                    : Texts.text("inspector.inputNumber", edge.port() + 1);
            String shape = state.analysis().output(edge.from()).map(Shape::text).orElse("?");
            Parts.addFact(facts, what, Texts.text("inspector.from", shape, edge.from()));
        }
        NodeShapes shapes = state.analysis().nodes().get(id);
        Parts.addFact(
                facts,
                Texts.text("inspector.output"),
                shapes == null ? Texts.text("node.unknown") : shapes.output().text());
        Parts.addFact(
                facts, Texts.text("inspector.parameters"), shapes == null ? "?" : Texts.count(shapes.parameters()));
    }

    @Override
    public void focusParameters() {
        if (!form.focusFirst()) {
            name.focusField();
        }
    }

    @Override
    public void focusName() {
        name.focusField();
    }

    private void dismiss(Problem problem) {
        model.execute(new Dismiss(problem.kind(), true));
    }
}

package org.vitrine.editor.inspector;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.look.FormWords;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.editor.model.BlockActions;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.problems.ProblemCard;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.edit.Dismiss;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.BlockParameters;
import org.vitrine.graph.parameter.CommonParameter;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.parameter.SpecTexts;

/** One block: its name, its repetitions and own parameters, what it offers, and the ways in and out of it. */
final class BlockSection implements Section {
    private final GraphViewModel model;
    private final BlockActions actions;
    private final NodeId id;
    private final NameField name;
    private final TextField title;
    private final RecordForm<Record> repetitions;
    private final ParameterForm form;
    private final GridPane facts = Parts.facts();
    private final MenuButton offer = new MenuButton(Texts.text("block.offer"));
    private final VBox offered = new VBox();
    private final VBox problems = new VBox();
    private final VBox node;

    /** @param library where the block can go */
    BlockSection(GraphViewModel model, NodeId id, BlockCommands library) {
        this.model = model;
        this.id = id;
        actions = model.actions().blocks();
        Block block = actions.block(id).orElseThrow();
        name = new NameField(id, model.actions());
        title = new TextField(block.name());
        title.setId("block-title");
        title.setAccessibleText(Texts.text("block.title"));
        title.textProperty().addListener((observable, before, now) -> {
            boolean fresh =
                    actions.block(id).map(shown -> !shown.name().equals(now)).orElse(false);
            if (fresh) {
                actions.name(id, now);
            }
        });
        title.focusedProperty().addListener((observable, before, now) -> model.endGesture());
        repetitions = new RecordForm<>(
                block,
                LayerWords.form(block),
                (record, component) -> true,
                changed -> actions.setRepeat(id, ((Block) changed).repeat()),
                model::endGesture);
        form = new ParameterForm(
                parameters(block), words(block), (which, value) -> actions.set(id, which, value), model::endGesture);
        Label heading = new Label(SpecTexts.title(block), FamilyLook.graphic(block.family()));
        heading.getStyleClass().add("inspector-title");
        heading.textProperty().bind(title.textProperty());
        HBox header = new HBox(heading);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("inspector-header", FamilyLook.styleClass(block.family()));
        GridPane names = Parts.facts();
        names.addRow(0, Parts.label(Texts.text("inspector.name"), "form-label"), name);
        names.addRow(1, Parts.label(Texts.text("block.title"), "form-label"), title);
        FlowPane buttons = new FlowPane(
                button("open", MaterialDesignL.LOGIN_VARIANT, () -> model.enter(id)),
                button("unpack", MaterialDesignP.PACKAGE_VARIANT, actions::unpack),
                button("save", MaterialDesignB.BOOKMARK_PLUS_OUTLINE, () -> actions.block(id)
                        .ifPresent(shown -> library.save(id, shown))),
                button("export", MaterialDesignE.EXPORT_VARIANT, () -> actions.block(id)
                        .ifPresent(shown -> library.export(id, shown))));
        buttons.getStyleClass().add("inspector-actions");
        offer.getStyleClass().add("small");
        offer.setId("block-offer");
        problems.getStyleClass().add("problems-list");
        node = Parts.column(
                header,
                names,
                repetitions,
                form,
                buttons,
                problems,
                Parts.heading(Texts.text("block.parameters")),
                Parts.label(Texts.text("block.parameters.help"), "inspector-summary"),
                offered,
                offer,
                Parts.heading(Texts.text("inspector.shapes")),
                facts);
        update(model.state());
    }

    private static Button button(String key, Ikon icon, Runnable action) {
        Button button = new Button(Texts.text("block." + key), new FontIcon(icon));
        button.setId("block-" + key);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    private static List<CommonParameter> parameters(Block block) {
        return BlockParameters.of(block).stream()
                .map(parameter -> new CommonParameter(parameter, false))
                .toList();
    }

    /** Users named the parameters; what they do is said by what they lead to. */
    private static FormWords words(Block block) {
        return new FormWords(
                label -> label,
                label -> block.parameters().stream()
                        .filter(parameter -> parameter.name().equals(label))
                        .findFirst()
                        .map(parameter -> SpecTexts.help(
                                BlockParameters.owner(block, parameter).getClass(),
                                parameter.targets().get(0).component()))
                        .orElse(""),
                SpecTexts::constant);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void update(GraphState state) {
        Optional<Block> found = actions.block(id);
        if (found.isEmpty()) {
            return;
        }
        Block block = found.get();
        repetitions.show(block);
        form.show(parameters(block));
        if (!title.getText().equals(block.name())) {
            title.setText(block.name());
        }
        offered.getChildren()
                .setAll(block.parameters().stream().map(this::offered).toList());
        fillOffer(block);
        List<Problem> wrong = NodeProblems.at(state, id);
        problems.getChildren()
                .setAll(wrong.stream()
                        .map(problem ->
                                new ProblemCard(problem, false, where -> {}, model.actions()::apply, this::dismiss))
                        .toList());
        problems.setVisible(!wrong.isEmpty());
        problems.setManaged(!wrong.isEmpty());
        NodeShapes shapes = state.analysis().nodes().get(id);
        facts.getChildren().clear();
        Parts.addFact(
                facts,
                Texts.text("inspector.output"),
                shapes == null ? Texts.text("node.unknown") : shapes.output().text());
        Parts.addFact(
                facts, Texts.text("inspector.parameters"), shapes == null ? "?" : Texts.count(shapes.parameters()));
        Parts.addFact(facts, Texts.text("block.layers"), Texts.count(block.layers()));
    }

    /** A parameter, where it leads, and the button that takes it away. */
    private Node offered(BlockParameter parameter) {
        String targets = String.join(
                ", ",
                parameter.targets().stream().map(BlockParameter.Target::text).toList());
        Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setAccessibleText(Texts.text("block.withdraw", parameter.name()));
        remove.setOnAction(event -> actions.withdraw(id, parameter.name()));
        HBox row = new HBox(Parts.label(Texts.text("block.leads", parameter.name(), targets), "fact-value"), remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void fillOffer(Block block) {
        offer.getItems().clear();
        for (org.vitrine.graph.model.Node inner : block.body().nodes()) {
            Menu menu = new Menu(inner.id() + "  " + SpecTexts.title(inner.layer()));
            for (Parameter parameter : Parameters.of((Record) inner.layer())) {
                String label = SpecTexts.label(inner.layer().getClass(), parameter.name());
                MenuItem item = new MenuItem(label);
                item.setOnAction(
                        event -> actions.offer(id, label, new BlockParameter.Target(inner.id(), parameter.name())));
                menu.getItems().add(item);
            }
            if (!menu.getItems().isEmpty()) {
                offer.getItems().add(menu);
            }
        }
        offer.setDisable(offer.getItems().isEmpty());
    }

    @Override
    public void focusParameters() {
        repetitions.focusFirst();
    }

    @Override
    public void focusName() {
        name.focusField();
    }

    private void dismiss(Problem problem) {
        model.execute(new Dismiss(problem.kind(), true));
    }
}

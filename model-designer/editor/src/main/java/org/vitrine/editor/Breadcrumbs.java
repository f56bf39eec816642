package org.vitrine.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.SpecTexts;

/** The way from the document into the block that is shown; each step leads back. Not there outside of blocks. */
final class Breadcrumbs extends HBox {
    private final GraphViewModel view;

    Breadcrumbs(GraphViewModel view) {
        this.view = view;
        getStyleClass().add("breadcrumbs");
        setId("breadcrumbs");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        view.blockProperty().addListener((observable, before, now) -> show(now));
        view.stateProperty()
                .addListener(
                        (observable, before, now) -> show(view.blockProperty().get()));
        show(view.blockProperty().get());
    }

    private void show(Optional<NodeId> block) {
        setVisible(block.isPresent());
        getChildren().clear();
        block.ifPresent(path -> {
            List<Node> steps = new ArrayList<>();
            for (Optional<NodeId> step = path.parent();
                    step.isPresent();
                    step = step.get().parent()) {
                steps.add(0, separator());
                steps.add(0, link(title(step.get()), step));
            }
            String title = view.whole().title();
            steps.add(0, separator());
            steps.add(0, link(title.isBlank() ? Texts.text("crumbs.document") : title, Optional.empty()));
            Label here = new Label(title(path));
            here.getStyleClass().add("breadcrumb-here");
            steps.add(here);
            Label leave = new Label(Texts.text("crumbs.leave"));
            leave.getStyleClass().add("breadcrumb-hint");
            steps.add(leave);
            getChildren().setAll(steps);
        });
    }

    private Hyperlink link(String text, Optional<NodeId> path) {
        Hyperlink link = new Hyperlink(text);
        link.setAccessibleText(Texts.text("crumbs.back", text));
        link.setOnAction(event -> view.open(path));
        return link;
    }

    private static FontIcon separator() {
        return new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
    }

    /** What the block is called, with its name in the graph where they differ. */
    private String title(NodeId path) {
        return view.whole()
                .graph()
                .find(path)
                .map(node -> SpecTexts.title(node.layer()) + " (" + node.id() + ")")
                .orElse(path.value());
    }
}

package org.vitrine.app.design.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.design.compare.ComparisonViewModel.Comparison;
import org.vitrine.app.design.compare.UnionGraph.UnionNode;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.model.NodeId;

/** The panel below the canvas that compares the open document with another one. */
public final class ComparisonView extends VBox {
    private final Label summary = new Label();
    private final ListView<ChangeLine> list = new ListView<>();
    private final ComparisonCanvas canvas = new ComparisonCanvas();
    private Optional<Comparison> shown = Optional.empty();

    /** A document to compare with, by the name that is shown. */
    public record Choice(String name, Runnable choose) {}

    /** What the panel asks for. */
    public interface Handler {
        void chooseFile();

        /** Gives the runs there are, newest first. */
        void listRuns(Consumer<List<Choice>> taker);

        void showVersions();

        /** Leads to a node of the open document. */
        void reveal(NodeId node);
    }

    public ComparisonView(ComparisonViewModel model, Handler handler) {
        setId("compare");
        getStyleClass().add("analysis-panel");
        summary.setId("compare-summary");
        summary.getStyleClass().add("text-muted");
        summary.setText(Texts.get("compare.empty"));
        list.setId("compare-list");
        list.setCellFactory(view -> new LineCell());
        list.setPlaceholder(new Label());
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                lead(line, handler);
            }
        });
        SplitPane parts = new SplitPane(list, canvas);
        parts.setDividerPositions(0.4);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(head(handler), parts);
        model.comparisonProperty().subscribe(this::show);
    }

    private HBox head(Handler handler) {
        Button file = new Button(Texts.get("compare.file"));
        file.setId("compare-file");
        file.setOnAction(event -> handler.chooseFile());
        MenuButton run = new MenuButton(Texts.get("compare.run"));
        run.setId("compare-run");
        run.setOnShowing(event -> handler.listRuns(choices -> run.getItems()
                .setAll(choices.stream()
                        .map(choice -> {
                            MenuItem item = new MenuItem(choice.name());
                            item.setOnAction(chosen -> choice.choose().run());
                            return item;
                        })
                        .toList())));
        run.getItems().add(new MenuItem("\u2026"));
        Button version = new Button(Texts.get("compare.version"));
        version.setOnAction(event -> handler.showVersions());
        for (javafx.scene.control.ButtonBase button : List.of(file, run, version)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(8, file, run, version, summary);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(Optional<Comparison> comparison) {
        shown = comparison;
        comparison.ifPresent(now -> {
            summary.setText(
                    now.lines().isEmpty()
                            ? Texts.format("compare.equal", now.other())
                            : Texts.format("compare.summary", now.lines().size(), now.other()));
            list.getItems().setAll(now.lines());
            canvas.show(now);
        });
    }

    private void lead(ChangeLine line, Handler handler) {
        Optional<UnionNode> node = shown.flatMap(now -> now.union().nodes().stream()
                .filter(each -> line.after().isPresent()
                        ? each.after().equals(line.after())
                        : line.before().isPresent() && each.before().equals(line.before()))
                .findFirst());
        canvas.reveal(node.map(UnionNode::key));
        line.after().ifPresent(handler::reveal);
    }

    /** The sign and the words of a difference. */
    private static final class LineCell extends ListCell<ChangeLine> {
        private final Label sign = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(8, sign, text);

        LineCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            sign.setMinWidth(24);
            sign.setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(@Nullable ChangeLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            sign.setText(line.mark().sign());
            sign.getStyleClass().setAll("label", "comparison-sign", line.mark().style());
            text.setText(line.text());
            setGraphic(row);
        }
    }
}

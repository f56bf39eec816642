package org.vitrine.app.design.code;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.editor.model.Selection;
import org.vitrine.exchange.code.Language;
import org.vitrine.graph.model.NodeId;

/** The panel beside the canvas: the program line by line, those of the chosen node marked; a line that is clicked chooses its node. */
public final class CodeView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CodeViewModel model;
    private final ObservableValue<Selection> selection;
    private final Consumer<NodeId> reveal;
    private final ListView<CodeLine> lines = new ListView<>();

    /**
     * @param selection on the canvas
     * @param reveal chooses a node there and brings it into view
     */
    public CodeView(CodeViewModel model, ObservableValue<Selection> selection, Consumer<NodeId> reveal) {
        this.model = model;
        this.selection = selection;
        this.reveal = reveal;
        setId("code-panel");
        getStyleClass().add("code-panel");
        lines.setId("code-lines");
        lines.setCellFactory(list -> new LineCell());
        VBox.setVgrow(lines, Priority.ALWAYS);
        lines.setAccessibleText(Texts.get("panel.code"));
        getChildren().addAll(head(), trouble(), lines, foot());
        model.codeProperty().subscribe(now -> {
            lines.getItems().setAll(now.lines());
            scrollToChosen();
        });
        selection.subscribe(now -> {
            lines.refresh();
            scrollToChosen();
        });
    }

    private Optional<NodeId> chosen() {
        return selection.getValue().singleNode();
    }

    private void scrollToChosen() {
        chosen().flatMap(node -> lines.getItems().stream()
                        .filter(line -> line.belongsTo(node))
                        .findFirst())
                .ifPresent(line -> lines.scrollTo(Math.max(0, line.number() - 4)));
    }

    private FlowPane head() {
        ChoiceBox<Language> languages = new ChoiceBox<>();
        languages.setId("code-language");
        languages.getItems().setAll(Language.values());
        languages.setConverter(new Shown<>(
                language -> Texts.get("code.language." + language.name().toLowerCase(Locale.ROOT))));
        languages.valueProperty().bindBidirectional(model.languageProperty());
        Button copy = new Button(Texts.get("code.copy"));
        copy.setId("code-copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.codeProperty().get().text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button export = new Button(Texts.get("code.export"));
        export.setId("code-export");
        export.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Texts.get("code.exportTitle"));
            @Nullable File folder = chooser.showDialog(getScene().getWindow());
            if (folder != null) {
                model.export(folder.toPath());
            }
        });
        model.codeProperty().subscribe(now -> {
            copy.setDisable(now.text().isEmpty());
            export.setDisable(now.text().isEmpty() || model.busyProperty().get());
        });
        model.busyProperty()
                .subscribe(now -> export.setDisable(
                        now || model.codeProperty().get().text().isEmpty()));
        FlowPane head = new FlowPane(8, 8, languages, copy, export);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox trouble() {
        Label why = new Label();
        why.setId("code-trouble");
        why.setWrapText(true);
        Hyperlink where = new Hyperlink(Texts.get("code.showNode"));
        where.setId("code-show-node");
        VBox box = new VBox(4, why, where);
        model.codeProperty().subscribe(now -> {
            why.setText(now.trouble());
            where.setVisible(now.at().isPresent());
            where.setManaged(now.at().isPresent());
            where.setOnAction(event -> now.at().ifPresent(this::show));
            box.setVisible(!now.trouble().isEmpty());
            box.setManaged(!now.trouble().isEmpty());
        });
        return box;
    }

    private HBox foot() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setPrefSize(16, 16);
        wheel.visibleProperty().bind(model.busyProperty());
        wheel.managedProperty().bind(wheel.visibleProperty());
        Label told = new Label();
        told.setId("code-told");
        told.setWrapText(true);
        told.textProperty().bind(model.toldProperty());
        HBox foot = new HBox(8, wheel, told);
        foot.visibleProperty().bind(model.toldProperty().isNotEmpty());
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }

    /** Nodes inside of blocks are shown by the block that the canvas has. */
    private void show(NodeId node) {
        String path = node.value();
        int dot = path.indexOf('.');
        reveal.accept(dot < 0 ? node : new NodeId(path.substring(0, dot)));
    }

    /** A number and the line's parts, coloured. */
    private final class LineCell extends ListCell<CodeLine> {
        private final Label number = new Label();
        private final TextFlow text = new TextFlow();
        private final HBox row = new HBox(number, text);

        LineCell() {
            getStyleClass().add("code-line");
            number.getStyleClass().add("code-line-number");
            setOnMouseClicked(event ->
                    Optional.ofNullable(getItem()).flatMap(CodeLine::node).ifPresent(CodeView.this::show));
        }

        @Override
        protected void updateItem(@Nullable CodeLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean marked = line != null && chosen().filter(line::belongsTo).isPresent();
            pseudoClassStateChanged(CHOSEN, marked);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            number.setText(Integer.toString(line.number()));
            text.getChildren().clear();
            for (CodeLine.Token token : line.tokens()) {
                Text part = new Text(token.text());
                part.getStyleClass()
                        .addAll("code-text", "code-" + token.kind().name().toLowerCase(Locale.ROOT));
                text.getChildren().add(part);
            }
            setGraphic(row);
        }
    }
}

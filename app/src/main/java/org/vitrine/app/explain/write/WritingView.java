package org.vitrine.app.explain.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.options.OptionNames;
import org.vitrine.app.data.options.OptionsForm;
import org.vitrine.app.explain.write.WritingViewModel.State;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.drawing.Figure;

/** The page of a model that writes on: what to begin with and how at the left, the text at the right as it comes. */
public final class WritingView extends BorderPane {
    private static final KeyCombination WRITE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final WritingViewModel model;
    private final Label pointed = Labels.of("text-muted");
    private final WrittenText text = new WrittenText(this::point);
    private final ScrollPane scroll = new ScrollPane(text);

    private static final class Names implements OptionNames {
        @Override
        public String label(DatasetOption option) {
            return Texts.get("write." + option.name());
        }

        @Override
        public String help(DatasetOption option) {
            return Texts.get("write." + option.name() + ".help");
        }

        @Override
        public String choice(DatasetOption option, String choice) {
            return choice;
        }
    }

    /** @param exports writes panels to files */
    public WritingView(WritingViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        setId("writing");
        setTop(Labels.strip(model.title()));
        setLeft(side());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "written-page");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setCenter(new PanelFrame(
                new Panel("written", Texts.get("write.text"), new VBox(scroll, legend()), this::figure, this::table),
                exports));
        InvalidationListener refresh = change -> text.show(model.begun().get(), model.pieces());
        model.begun().addListener(refresh);
        model.pieces().addListener(refresh);
        text.show(model.begun().get(), model.pieces());
        // While it writes the end stays in view.
        text.heightProperty().subscribe(height -> {
            if (model.state().get() != State.IDLE) {
                scroll.setVvalue(1);
            }
        });
        point(null);
    }

    private Optional<Figure> figure() {
        return model.pieces().isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenFigure(model.begun().get(), model.pieces()));
    }

    private Optional<Table> table() {
        List<Piece> pieces = List.copyOf(model.pieces());
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        List.of("place", "token", "probability"), pieces.size(), (row, column) -> switch (column) {
                            case 0 -> row;
                            case 1 -> pieces.get(row).text();
                            default -> pieces.get(row).probability();
                        }));
    }

    private Node side() {
        TextArea prompt = new TextArea();
        prompt.setId("write-prompt");
        prompt.setWrapText(true);
        prompt.setPrefRowCount(4);
        prompt.textProperty().bindBidirectional(model.prompt());
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (WRITE.match(event)) {
                event.consume();
                model.write();
            }
        });
        Label begin = new Label(Texts.get("write.prompt"));
        begin.setLabelFor(prompt);
        OptionsForm form =
                new OptionsForm(new Names(), (values, done) -> model.settings().set(Map.copyOf(values)));
        form.show(WritingSettings.OPTIONS, model.settings().get());
        Button write = new Button(Texts.get("write.start"), new FontIcon("mdi2p-pencil"));
        write.setId("write-start");
        write.getStyleClass().add("accent");
        write.setDefaultButton(true);
        write.disableProperty().bind(model.state().isNotEqualTo(State.IDLE));
        write.setOnAction(event -> model.write());
        Button stop = new Button(Texts.get("write.stop"), new FontIcon("mdi2s-stop"));
        stop.setId("write-stop");
        stop.disableProperty().bind(model.state().isEqualTo(State.IDLE));
        stop.setOnAction(event -> model.stop());
        Label said = Labels.of("text-muted");
        said.setId("write-said");
        said.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> switch (model.state().get()) {
                            case IDLE -> model.said().get();
                            case WAITING -> Texts.get("write.waiting");
                            case WRITING ->
                                Texts.format("write.writing", model.pieces().size());
                        },
                        model.state(),
                        model.said(),
                        model.pieces()));
        Label trouble = Labels.of("failure");
        trouble.setId("write-trouble");
        trouble.textProperty().bind(model.trouble());
        VBox side = new VBox(12, begin, prompt, form, new HBox(8, write, stop), said, trouble);
        side.getStyleClass().add("writing-side");
        side.setPrefWidth(380);
        side.setMinWidth(320);
        return side;
    }

    private Node legend() {
        HBox legend = new HBox(8, new Label(Texts.get("write.legend")));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("written-legend");
        for (int shade = 0; shade < Piece.SHADES; shade++) {
            boolean last = shade == Piece.SHADES - 1;
            String bound = Numbers.significant(Piece.lowest(last ? shade - 1 : shade), 2);
            Region swatch = new Region();
            swatch.getStyleClass().addAll("written-swatch", "written-swatch-" + shade);
            legend.getChildren()
                    .addAll(swatch, new Label(Texts.format(last ? "write.legend.less" : "write.legend.from", bound)));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pointed.setId("write-pointed");
        legend.getChildren().addAll(gap, pointed);
        return legend;
    }

    private void point(@Nullable Piece piece) {
        pointed.setText(
                piece == null
                        ? ""
                        : Texts.format(
                                "write.token",
                                piece.text().replace("\n", "\u21b5"),
                                Numbers.significant(100 * piece.probability(), 2)));
    }
}

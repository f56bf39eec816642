package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.preview.BoxedImage;
import org.vitrine.charts.preview.SeriesPlot;
import org.vitrine.charts.preview.SoundView;
import org.vitrine.charts.preview.SpectrogramView;

/** One example, large. */
public final class ShownView extends StackPane {
    private static final int MOST_TOKENS = 200;
    private static final int MOST_COLUMNS = 40;

    private final Background background;
    private final BoxedImage image = new BoxedImage();
    private final SeriesPlot plot = new SeriesPlot();
    private final SpectrogramView bands = new SpectrogramView();

    public ShownView(Background background) {
        this.background = background;
        getStyleClass().add("shown-example");
        setMinHeight(160);
    }

    /** Shows an example. */
    public void show(Shown shown) {
        getChildren().setAll(node(shown));
    }

    /** Shows nothing but a line of text. */
    public void showText(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        getChildren().setAll(label);
    }

    private Node node(Shown shown) {
        if (shown instanceof Shown.Image picture) {
            image.show(picture.tile());
            return image;
        }
        if (shown instanceof Shown.Sound sound) {
            SoundView view = new SoundView(background.workers(), background.fx());
            view.show(sound.samples(), sound.rate(), sound.bands());
            return view;
        }
        if (shown instanceof Shown.Bands spectrogram) {
            bands.show(spectrogram.content());
            return bands;
        }
        if (shown instanceof Shown.Curves curves) {
            plot.xNameProperty().set(Texts.get("data.steps.time"));
            plot.show(lines(curves));
            return plot;
        }
        if (shown instanceof Shown.Pieces pieces) {
            return chips(pieces);
        }
        if (shown instanceof Shown.Writing writing) {
            Label label = new Label(
                    writing.text().length() > 1500 ? writing.text().substring(0, 1500) + " \u2026" : writing.text());
            label.setWrapText(true);
            return new VBox(label);
        }
        return grid((Shown.Row) shown);
    }

    /** The lines of an example's columns. */
    static List<SeriesPlot.Line> lines(Shown.Curves curves) {
        List<SeriesPlot.Line> lines = new ArrayList<>();
        for (int i = 0; i < curves.values().size(); i++) {
            String name = i < curves.names().size() ? curves.names().get(i) : Integer.toString(i);
            lines.add(SeriesPlot.Line.of(name, i, 0, 1, curves.values().get(i)));
        }
        return lines;
    }

    private static Node chips(Shown.Pieces pieces) {
        FlowPane pane = new FlowPane(4, 4);
        pieces.tokens().stream().limit(MOST_TOKENS).forEach(token -> {
            Label chip = new Label(Visible.of(token));
            chip.getStyleClass().add("token-chip");
            pane.getChildren().add(chip);
        });
        int more = pieces.tokens().size() - MOST_TOKENS;
        if (more > 0 || pieces.padding() > 0) {
            Label rest = new Label(
                    more > 0
                            ? Texts.format("data.tokens.more", more)
                            : Texts.format("data.tokens.padding", pieces.padding()));
            rest.getStyleClass().add("text-muted");
            pane.getChildren().add(rest);
        }
        return pane;
    }

    private static Node grid(Shown.Row row) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(2);
        for (int i = 0; i < Math.min(MOST_COLUMNS, row.values().size()); i++) {
            Label name = new Label(row.names().get(i));
            name.getStyleClass().add("text-muted");
            grid.addRow(i, name, new Label(row.values().get(i)));
        }
        return grid;
    }
}

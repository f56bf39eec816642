package org.vitrine.charts.examples;

import java.util.Optional;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Excerpt;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;

/** A small preview of one example: image, first words, first columns, coordinates, or a line over time, with its class under it. */
public final class ExampleThumbnail extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int SIDE = 56;
    private static final int WORDS = 12;
    private static final int COLUMNS = 3;
    /** No relevance is drawn here, so any scale does. */
    private static final ColorScale UNUSED = new ColorScale(ColorMap.GREYS, 0, 1);

    public ExampleThumbnail(ExampleItem item) {
        getStyleClass().addAll("vitrine-chart", "example-thumbnail");
        StackPane frame = new StackPane(content(item));
        frame.getStyleClass().add("example-frame");
        frame.setMinHeight(SIDE + 8);
        frame.setPrefHeight(SIDE + 8);
        frame.setMaxHeight(SIDE + 8);
        Label caption = new Label(
                item.predicted().isEmpty() || !item.wrong()
                        ? item.actual()
                        : item.actual() + " \u2192 " + item.predicted());
        caption.getStyleClass().add("example-caption");
        caption.setMaxWidth(width(item));
        getChildren().addAll(frame, caption);
        pseudoClassStateChanged(WRONG, item.wrong());
        setAccessibleText(accessibleText(item));
    }

    private static double width(ExampleItem item) {
        return item.presentation().image(item.input()).isPresent() ? SIDE + 16 : 168;
    }

    private static Node content(ExampleItem item) {
        Optional<Tensor> shown = item.presentation().image(item.input());
        if (shown.isPresent()) {
            return image(shown.get());
        }
        if (item.presentation() instanceof Presentation.Series || item.presentation() instanceof Presentation.Sound) {
            return line(item);
        }
        Label text = new Label(text(item));
        text.setWrapText(true);
        text.getStyleClass().add("example-text");
        text.setPrefWidth(width(item));
        text.setMaxHeight(SIDE + 4);
        return text;
    }

    /** The first column over time. */
    private static Node line(ExampleItem item) {
        float[] values = item.input().values();
        int[] shape = item.input().shape();
        int length = shape.length == 2 ? shape[1] : values.length;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        double wide = width(item) - 8;
        double high = SIDE - 8;
        Polyline line = new Polyline();
        line.getStyleClass().add("example-line");
        // A sound has more values than the line has pixels: the least and the greatest of each show how loud it is.
        int each = Math.max(1, (int) Math.floor(length / wide));
        for (int from = 0; from < length; from += each) {
            float low = values[from];
            float top = values[from];
            for (int i = from; i < Math.min(length, from + each); i++) {
                low = Math.min(low, values[i]);
                top = Math.max(top, values[i]);
            }
            double x = wide * from / Math.max(1, length - 1);
            for (float value : each == 1 ? new float[] {low} : new float[] {low, top}) {
                double share = most > least ? (most - value) / (most - least) : 0.5;
                line.getPoints().addAll(x, high * share);
            }
        }
        return line;
    }

    private static Node image(Tensor shown) {
        Raster raster = Raster.of(shown);
        int scale = Math.max(1, SIDE / Math.max(raster.height(), raster.width()));
        ImageView view = new ImageView(Pictures.image(
                HeatmapImage.render(raster, null, UNUSED, 0, false, raster.width() * scale, raster.height() * scale)));
        view.setPreserveRatio(true);
        view.setFitHeight(SIDE);
        return view;
    }

    private static String text(ExampleItem item) {
        float[] values = item.input().values();
        if (item.presentation() instanceof Presentation.Text) {
            return Excerpt.of(item.words(), WORDS);
        }
        StringJoiner lines = new StringJoiner("\n");
        if (item.presentation() instanceof Presentation.Table table) {
            for (int i = 0; i < Math.min(COLUMNS, table.columns().size()); i++) {
                lines.add(table.columns().get(i) + " "
                        + Numbers.significant(table.scales().get(i).invert(values[i]), 3));
            }
        } else if (item.presentation() instanceof Presentation.Pair pair) {
            for (float id : values) {
                lines.add(pair.vocabulary().token((int) id));
            }
        } else if (item.presentation() instanceof Presentation.Points points) {
            lines.add(points.xName() + " " + Numbers.significant(values[0], 3));
            lines.add(points.yName() + " " + Numbers.significant(values[1], 3));
        }
        return lines.toString();
    }

    private static @Nullable String accessibleText(ExampleItem item) {
        if (item.predicted().isEmpty()) {
            return Messages.text("examples.item", item.number(), item.actual());
        }
        return Messages.text(
                item.wrong() ? "examples.item.wrong" : "examples.item.correct",
                item.number(),
                item.actual(),
                item.predicted());
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}

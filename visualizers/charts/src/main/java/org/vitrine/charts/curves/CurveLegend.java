package org.vitrine.charts.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.vitrine.charts.i18n.Messages;

/** A row of curve names; a click hides a curve and shows it again. */
final class CurveLegend extends FlowPane {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-curve");

    private final List<Entry> entries = new ArrayList<>();

    private final Rectangle seen = new Rectangle();

    CurveLegend() {
        getStyleClass().add("legend");
        setClip(seen);
        seen.widthProperty().bind(widthProperty());
        seen.heightProperty().bind(heightProperty());
    }

    /** The height of as many whole rows as fit, at least one; the others are not seen. */
    double heightWithin(double width, double most) {
        double all = prefHeight(width);
        double row = entries.stream()
                        .mapToDouble(entry -> entry.button().prefHeight(-1))
                        .max()
                        .orElse(0)
                + getVgap();
        double frame = getInsets().getTop() + getInsets().getBottom();
        double rows = Math.max(1, Math.floor((most - frame) / Math.max(1, row)));
        return Math.min(all, frame + rows * row - getVgap());
    }

    private record Entry(Series series, ToggleButton button, Line sample) {}

    /** Shows these series; {@code onToggle} hears of a series whose button was pressed. */
    void show(List<Series> series, Function<Series, Boolean> shown, Consumer<Series> onToggle) {
        entries.clear();
        for (Series one : series) {
            Line sample = new Line(0, 0, 22, 0);
            sample.setStrokeWidth(2);
            if (one.dashed()) {
                sample.getStrokeDashArray().setAll(5.0, 3.0);
            }
            ToggleButton button = new ToggleButton(one.name(), sample);
            // Without the class of the theme's toggle buttons: those look like a toolbar.
            button.getStyleClass().setAll("legend-entry");
            button.setTooltip(new Tooltip(Messages.text("chart.legend.help")));
            button.setSelected(shown.apply(one));
            button.pseudoClassStateChanged(HIDDEN, !button.isSelected());
            button.selectedProperty().addListener((property, was, is) -> {
                button.pseudoClassStateChanged(HIDDEN, !is);
                onToggle.accept(one);
            });
            entries.add(new Entry(one, button, sample));
        }
        getChildren().setAll(entries.stream().map(Entry::button).toList());
    }

    void paint(Function<Series, Color> colors) {
        for (Entry entry : entries) {
            entry.sample().setStroke(colors.apply(entry.series()));
        }
    }
}

package org.vitrine.app.train.panels;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.curves.LineChartView;
import org.vitrine.charts.curves.Series;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;

/** Curves of what was watched; where there are several kinds of them, one is chosen. */
final class CurvePanel<K extends Enum<K>> extends WatchPanel {
    private final LineChartView chart = new LineChartView();
    private final ComboBox<K> kinds = new ComboBox<>();
    private final Function<K, Boolean> percent;
    private final SeriesOf<K> series;

    /** The curves of a kind. */
    @FunctionalInterface
    interface SeriesOf<K> {
        List<Series> of(WatchModel model, K kind);
    }

    /**
     * A panel.
     *
     * @param all kinds, the first of which is shown first
     * @param logarithmic whether there is a switch for a logarithmic axis, which is on at first
     */
    CurvePanel(
            String id,
            List<K> all,
            boolean logarithmic,
            Function<K, Boolean> percent,
            SeriesOf<K> series,
            Cursor cursor) {
        super(id);
        this.percent = percent;
        this.series = series;
        chart.setId("chart-" + id);
        chart.linkTo(cursor);
        chart.emptyTextProperty().set("");
        kinds.getItems().setAll(all);
        kinds.setValue(all.get(0));
        kinds.setId("kinds-" + id);
        kinds.setConverter(new Shown<>(kind -> name(kind)));
        kinds.valueProperty().subscribe(kind -> update());
        HBox controls = new HBox(12);
        controls.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (all.size() > 1) {
            kinds.setMinWidth(Region.USE_PREF_SIZE);
            controls.getChildren().add(kinds);
        }
        if (logarithmic) {
            CheckBox log = new CheckBox(Texts.get("panel.logarithmic"));
            log.setSelected(true);
            log.setMinWidth(Region.USE_PREF_SIZE);
            chart.logarithmicProperty().bind(log.selectedProperty());
            controls.getChildren().add(log);
        }
        String hint = "panel." + id + ".hint";
        if (Texts.has(hint)) {
            Label label = new Label(Texts.get(hint));
            label.getStyleClass().add("text-muted");
            label.setTooltip(new Tooltip(label.getText()));
            controls.getChildren().add(label);
        }
        if (controls.getChildren().isEmpty()) {
            build(chart);
        } else {
            build(chart, controls);
        }
    }

    private String name(K kind) {
        return Texts.get("panel." + id() + "." + kind);
    }

    LineChartView chart() {
        return chart;
    }

    @Override
    boolean refresh(WatchModel shown) {
        K kind = kinds.getValue();
        List<Series> curves =
                series.of(shown, kind).stream().filter(one -> one.size() > 0).toList();
        if (!curves.equals(chart.getSeries())) {
            chart.getSeries().setAll(curves);
        }
        chart.valueNameProperty().set(name(kind));
        chart.percentProperty().set(percent.apply(kind));
        return !curves.isEmpty();
    }

    @Override
    Optional<Figure> figure() {
        return chart.getSeries().isEmpty() ? Optional.empty() : Optional.of(chart.figure());
    }

    @Override
    Optional<Table> table() {
        return CurveTables.of(chart);
    }
}

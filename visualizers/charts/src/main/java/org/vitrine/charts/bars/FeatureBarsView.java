package org.vitrine.charts.bars;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;

/** One bar per feature: to the right what speaks for the class, to the left what speaks against it. */
public final class FeatureBarsView extends GridPane {
    private static final double STRONG = 0.85;
    /** More bars are no picture any more; those that count least are left out. */
    private static final int MOST = 60;
    /** Names come before tracks where room is scarce. */
    private static final double LEAST_NAME = 104;

    private final BooleanProperty sorted = new SimpleBooleanProperty(this, "sorted", false);
    private List<String> names = List.of();
    private double[] values = new double[0];
    private String description = Messages.text("bars.features.empty");

    public FeatureBarsView() {
        getStyleClass().addAll("vitrine-chart", "bars-view");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(LEAST_NAME);
        ColumnConstraints track = new ColumnConstraints();
        track.setHgrow(Priority.ALWAYS);
        ColumnConstraints value = new ColumnConstraints();
        value.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().setAll(name, track, value);
        sorted.subscribe(now -> refresh());
    }

    /** Shows the relevance of each feature; both of equal length, empty to show that there is none. */
    public void show(List<String> newNames, double[] newValues) {
        if (newNames.size() != newValues.length) {
            throw new IllegalArgumentException(newNames.size() + " names for " + newValues.length + " values");
        }
        names = List.copyOf(newNames);
        values = newValues.clone();
        refresh();
    }

    /** Whether the strongest feature stands first, else in the order of the columns. */
    public BooleanProperty sortedProperty() {
        return sorted;
    }

    /** What a screen reader says. */
    public String description() {
        return description;
    }

    private void refresh() {
        getChildren().clear();
        if (values.length == 0) {
            Label empty = new Label(Messages.text("bars.features.empty"));
            empty.getStyleClass().add("empty-text");
            empty.setWrapText(true);
            add(empty, 0, 0, 3, 1);
            describe(empty.getText());
            return;
        }
        List<Integer> order = IntStream.range(0, values.length).boxed().toList();
        List<Integer> byStrength = order.stream()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(values[i])))
                .toList();
        double largest = Math.abs(values[byStrength.get(0)]);
        int row = 0;
        List<Integer> strongestOnly = byStrength.subList(0, Math.min(MOST, byStrength.size()));
        for (int index :
                sorted.get() ? strongestOnly : strongestOnly.stream().sorted().toList()) {
            addFeature(row++, names.get(index), values[index], largest);
        }
        if (values.length > MOST) {
            Label others = new Label(Messages.text("bars.features.others", Numbers.count(values.length - MOST)));
            others.getStyleClass().add("empty-text");
            add(others, 0, row, 3, 1);
        }
        int strongest = byStrength.get(0);
        describe(Messages.text(
                "bars.features.describe", values.length, names.get(strongest), Numbers.signed(values[strongest], 3)));
    }

    private void addFeature(int row, String name, double value, double largest) {
        double share = largest == 0 ? 0 : value / largest;
        String color = Argb.css(ColorMap.DIVERGING.argb(value >= 0 ? STRONG : 1 - STRONG));
        Label label = new Label(name);
        label.getStyleClass().add("bar-name");
        label.setMaxWidth(180);
        BarTrack track = new BarTrack(0.5, 0.5 + share / 2, true, color);
        Label number = new Label(Numbers.signed(value, 3));
        number.getStyleClass().add("bar-value");
        Tooltip.install(track, new Tooltip(Messages.text("bars.features.row", name, Numbers.signed(value, 6))));
        addRow(row, label, track, number);
    }

    private void describe(String text) {
        description = text;
        setAccessibleText(text);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}

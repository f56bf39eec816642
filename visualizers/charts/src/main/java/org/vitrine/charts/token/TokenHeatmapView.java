package org.vitrine.charts.token;

import java.util.List;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.heatmap.ColorBar;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.Picture;

/**
 * The tokens of a text as chips in reading order, coloured by their relevance, with the legend under them. The value of a
 * token shows under the mouse. Long texts wrap; put the view into a scroll pane if they may be very long.
 */
public final class TokenHeatmapView extends ChartRegion {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double LEGEND_WIDTH = 260;
    private static final double GAP = 12;
    private static final Duration AT_ONCE = Duration.millis(150);

    private final FlowPane chips = new FlowPane();
    private final ColorBar legend = new ColorBar(Orientation.HORIZONTAL);
    private final Label empty = new Label(Messages.text("tokens.empty"));
    private List<String> words = List.of();
    private float[] relevance = new float[0];
    private ColorScale scale = ColorScale.of(true, relevance);

    public TokenHeatmapView() {
        super("token-heatmap");
        chips.getStyleClass().add("chips");
        empty.getStyleClass().add("empty-text");
        getChildren().addAll(chips, legend, empty);
        describe(this::summary);
        clear();
    }

    /**
     * Shows a text.
     *
     * @param newWords in reading order
     * @param newRelevance one value per word
     * @param signed whether negative values mean "speaks against"
     */
    public void show(List<String> newWords, float[] newRelevance, boolean signed) {
        if (newWords.size() != newRelevance.length) {
            throw new IllegalArgumentException(
                    newWords.size() + " words cannot have " + newRelevance.length + " values");
        }
        words = List.copyOf(newWords);
        relevance = newRelevance.clone();
        // No clipping: a sentence has few words, and its strongest one is the point.
        scale = signed ? ColorScale.diverging(100, relevance) : ColorScale.sequential(100, relevance);
        chips.getChildren().clear();
        for (int i = 0; i < relevance.length; i++) {
            chips.getChildren().add(chip(words.get(i), relevance[i]));
        }
        boolean nothing = words.isEmpty();
        empty.setVisible(nothing);
        legend.setVisible(!nothing);
        color();
        requestLayout();
    }

    /** Frames the token at a place, or none. */
    public void mark(OptionalInt place) {
        for (int i = 0; i < chips.getChildren().size(); i++) {
            chips.getChildren().get(i).pseudoClassStateChanged(MARKED, place.equals(OptionalInt.of(i)));
        }
    }

    /** Shows that there is no text. */
    public void clear() {
        show(List.of(), new float[0], true);
    }

    /** The scale in use. */
    public ColorScale scale() {
        return scale;
    }

    /** The view as it looks now, legend included, for a file. On the JavaFX thread only. */
    public Picture picture() {
        return Pictures.of(this, paperColor());
    }

    private static Label chip(String word, float value) {
        Label chip = new Label(word);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        String text = Messages.text("tokens.value", word, Numbers.signed(value, 3));
        chip.setAccessibleText(text);
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(AT_ONCE);
        chip.setTooltip(tooltip);
        return chip;
    }

    private void color() {
        // On dark paper a dark middle: rows of white chips would glare.
        ColorScale shown = scale.signed() && darkPaper() ? scale.with(ColorMap.DIVERGING_DARK) : scale;
        legend.scaleProperty().set(shown);
        for (int i = 0; i < chips.getChildren().size(); i++) {
            int background = shown.argb(relevance[i]);
            chips.getChildren()
                    .get(i)
                    .setStyle("-fx-background-color: " + Argb.css(background) + "; -fx-text-fill: "
                            + Argb.css(Argb.textOn(background)) + ";");
        }
    }

    @Override
    protected void themeChanged() {
        super.themeChanged();
        if (legend != null) { // the superclass styles itself before our fields exist
            color();
        }
    }

    private String summary() {
        if (words.isEmpty()) {
            return empty.getText();
        }
        int strongest = 0;
        for (int i = 1; i < relevance.length; i++) {
            strongest = Math.abs(relevance[i]) > Math.abs(relevance[strongest]) ? i : strongest;
        }
        return Messages.text(
                "tokens.describe", words.size(), words.get(strongest), Numbers.signed(relevance[strongest], 3));
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (words.isEmpty()) {
            return 80;
        }
        return chips.prefHeight(width > 0 ? width : computePrefWidth(-1)) + GAP + legend.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double height = chips.prefHeight(getWidth());
        chips.resizeRelocate(0, 0, getWidth(), height);
        double across = Math.min(LEGEND_WIDTH, getWidth());
        legend.resizeRelocate(0, height + GAP, across, legend.prefHeight(-1));
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

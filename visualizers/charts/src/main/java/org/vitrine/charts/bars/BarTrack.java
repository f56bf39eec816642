package org.vitrine.charts.bars;

import javafx.scene.layout.Region;

/** A bar inside its track: from {@code start} to {@code end}, both shares of the width. */
public final class BarTrack extends Region {
    private final Region bar = new Region();
    private final Region zero = new Region();
    private final double start;
    private final double end;
    private final boolean diverging;

    /** @param diverging whether zero lies in the middle and is marked */
    public BarTrack(double start, double end, boolean diverging, String color) {
        this.start = Math.min(start, end);
        this.end = Math.max(start, end);
        this.diverging = diverging;
        getStyleClass().add("bar-track");
        bar.getStyleClass().add("bar");
        bar.setStyle("-fx-background-color: " + color + ";");
        zero.getStyleClass().add("bar-zero");
        zero.setVisible(diverging);
        getChildren().addAll(bar, zero);
        setMinWidth(40);
        setPrefSize(160, 14);
    }

    @Override
    protected void layoutChildren() {
        double left = Math.floor(start * getWidth());
        double right = Math.ceil(end * getWidth());
        bar.resizeRelocate(left, 0, end > start ? Math.max(1, right - left) : 0, getHeight());
        zero.resizeRelocate(Math.floor(getWidth() / 2), -2, 1, diverging ? getHeight() + 4 : 0);
    }
}

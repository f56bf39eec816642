package org.vitrine.charts.figure;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A figure that is as high as it needs to be at the width that it gets, in any layout, from the first pulse on. */
public final class FittedFigure extends Region {
    private final FigureView view;
    private DoubleUnaryOperator heights = width -> 0;

    public FittedFigure(FigureView view) {
        this.view = view;
        getChildren().add(view);
    }

    /** Says how high the figure has to be at a width; asked again when layout needs it. */
    public void fit(DoubleUnaryOperator newHeights) {
        heights = newHeights;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return view.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return view.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(heights.applyAsDouble(width < 0 ? prefWidth(-1) : width));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        view.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

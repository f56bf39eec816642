package org.vitrine.charts.curves;

import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.vitrine.charts.canvas.PlotFrame;

/** Mouse and keyboard on a line chart. */
final class ChartGestures {
    private static final double SHORTEST_DRAG = 5;
    private static final double KEY_STEP = 8;

    private final LineChartView chart;
    private final Crosshair crosshair;
    private double pressed = Double.NaN;

    ChartGestures(LineChartView chart, Crosshair crosshair) {
        this.chart = chart;
        this.crosshair = crosshair;
    }

    void install() {
        Canvas canvas = chart.canvas();
        canvas.setOnMouseMoved(event -> chart.point(chart.frame().valueX(inside(event))));
        canvas.setOnMouseExited(event -> chart.point(Double.NaN));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        chart.setOnKeyPressed(this::key);
    }

    private double inside(MouseEvent event) {
        PlotFrame frame = chart.frame();
        return Math.max(frame.left(), Math.min(frame.left() + frame.width(), event.getX()));
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = inside(event);
            if (event.getClickCount() == 2) {
                pressed = Double.NaN;
                chart.resetZoom();
            }
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(pressed)) {
            chart.point(Double.NaN);
            crosshair.drag(pressed, inside(event));
        }
    }

    private void release(MouseEvent event) {
        double from = pressed;
        pressed = Double.NaN;
        crosshair.drag(Double.NaN, Double.NaN);
        if (!Double.isNaN(from) && Math.abs(inside(event) - from) >= SHORTEST_DRAG) {
            double a = chart.frame().valueX(from);
            double b = chart.frame().valueX(inside(event));
            chart.zoomTo(Math.min(a, b), Math.max(a, b));
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-KEY_STEP);
            case RIGHT -> step(KEY_STEP);
            case PLUS, ADD, EQUALS -> zoom(0.5);
            case MINUS, SUBTRACT -> zoom(2);
            case ESCAPE, HOME -> {
                if (!chart.isZoomed()) {
                    return;
                }
                chart.resetZoom();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(double pixels) {
        PlotFrame frame = chart.frame();
        double from = Double.isNaN(crosshair.at()) ? frame.left() : frame.pixelX(crosshair.at());
        double to = Math.max(frame.left(), Math.min(frame.left() + frame.width(), from + pixels));
        chart.point(frame.valueX(to));
    }

    private void zoom(double factor) {
        PlotFrame frame = chart.frame();
        double low = frame.x().min();
        double high = frame.x().max();
        double middle = Double.isNaN(crosshair.at()) ? (low + high) / 2 : crosshair.at();
        chart.zoomTo(middle - (middle - low) * factor, middle + (high - middle) * factor);
    }
}

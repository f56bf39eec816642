package org.vitrine.charts.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.datasets.metrics.ClassificationMetrics;

/**
 * Counts by true class (rows) and predicted class (columns), coloured by their share of the row (darker is more), with precision under the
 * columns and recall beside the rows. The mouse or the arrow keys move over the cells, a click, Enter or Space opens one. Made
 * for 2 to about 20 classes.
 */
public final class ConfusionMatrixView extends ChartRegion {
    private final ObjectProperty<@Nullable Cell> current = new SimpleObjectProperty<>(this, "current");
    private final ObjectProperty<@Nullable Consumer<Cell>> onOpen = new SimpleObjectProperty<>(this, "onOpen");
    private final List<MatrixCell> cells = new ArrayList<>();
    private final Label status = new Label();
    private final Label empty = new Label(Messages.text("matrix.empty"));
    private final MatrixMargins margins = new MatrixMargins();
    private @Nullable ClassificationMetrics metrics;
    private List<String> names = List.of();

    /** A pair of classes. */
    public record Cell(int actual, int predicted) {}

    public ConfusionMatrixView() {
        super("confusion-matrix");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        status.getStyleClass().add("status");
        empty.getStyleClass().add("empty-text");
        describe(this::summary);
        current.addListener(observable -> currentChanged());
        setOnKeyPressed(this::key);
        getChildren().add(empty);
    }

    /**
     * Shows results; the current cell is forgotten.
     *
     * @param classNames as many as the metrics have classes
     */
    public void show(ClassificationMetrics newMetrics, List<String> classNames) {
        if (classNames.size() != newMetrics.classes()) {
            throw new IllegalArgumentException(
                    newMetrics.classes() + " classes cannot have " + classNames.size() + " names");
        }
        metrics = newMetrics;
        names = List.copyOf(classNames);
        current.set(null);
        cells.clear();
        for (int row = 0; row < names.size(); row++) {
            for (int column = 0; column < names.size(); column++) {
                cells.add(cell(newMetrics, row, column));
            }
        }
        margins.build(newMetrics, names, status::setText);
        rebuild();
    }

    /** Forgets the results and says that there are none. */
    public void clear() {
        metrics = null;
        names = List.of();
        cells.clear();
        current.set(null);
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        if (metrics == null) {
            getChildren().add(empty);
        } else {
            getChildren().addAll(cells);
            getChildren().addAll(margins.nodes());
            getChildren().add(status);
        }
        requestLayout();
    }

    /** The cell that the keyboard or the last click is at; null for none. */
    public ObjectProperty<@Nullable Cell> currentProperty() {
        return current;
    }

    /** Called with the cell that was opened by a click, Enter or Space. */
    public ObjectProperty<@Nullable Consumer<Cell>> onOpenProperty() {
        return onOpen;
    }

    /** What is said about the cell under the mouse or the keyboard. */
    public String statusText() {
        return status.getText();
    }

    private MatrixCell cell(ClassificationMetrics shown, int row, int column) {
        MatrixCell cell = new MatrixCell(row, column, shown.count(row, column), shown.rowShare(row, column));
        cell.setAccessibleText(cellText(row, column));
        cell.setOnMouseEntered(event -> status.setText(cellText(row, column)));
        cell.setOnMouseExited(event -> currentChanged());
        cell.setOnMouseClicked(event -> {
            requestFocus();
            open(new Cell(row, column));
        });
        return cell;
    }

    private String cellText(int row, int column) {
        if (metrics == null) {
            return "";
        }
        return Messages.text(
                "matrix.cell",
                Numbers.count(metrics.count(row, column)),
                names.get(row),
                names.get(column),
                Numbers.percent(metrics.rowShare(row, column)));
    }

    private void open(Cell cell) {
        current.set(cell);
        Consumer<Cell> handler = onOpen.get();
        if (handler != null) {
            handler.accept(cell);
        }
    }

    private void currentChanged() {
        Cell at = current.get();
        cells.forEach(cell -> cell.mark(at != null && cell.row() == at.actual() && cell.column() == at.predicted()));
        status.setText(at == null ? "" : cellText(at.actual(), at.predicted()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void key(KeyEvent event) {
        int n = names.size();
        if (n == 0) {
            return;
        }
        Cell at = current.get();
        Cell from = at == null ? new Cell(0, 0) : at;
        switch (event.getCode()) {
            case UP -> current.set(at == null ? from : new Cell(Math.max(0, from.actual() - 1), from.predicted()));
            case DOWN ->
                current.set(at == null ? from : new Cell(Math.min(n - 1, from.actual() + 1), from.predicted()));
            case LEFT -> current.set(at == null ? from : new Cell(from.actual(), Math.max(0, from.predicted() - 1)));
            case RIGHT ->
                current.set(at == null ? from : new Cell(from.actual(), Math.min(n - 1, from.predicted() + 1)));
            case ENTER, SPACE -> open(from);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private String summary() {
        if (metrics == null) {
            return Messages.text("matrix.empty");
        }
        Cell at = current.get();
        return at != null
                ? cellText(at.actual(), at.predicted())
                : Messages.text(
                        "matrix.describe",
                        names.size(),
                        Numbers.count(metrics.total()),
                        Numbers.percent(metrics.accuracy()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return margins.extent(getFont(), names, 44).getWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return margins.extent(getFont(), names, 44).getHeight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return names.isEmpty()
                ? 120
                : margins.extent(getFont(), names, MatrixMargins.SMALLEST).getWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return names.isEmpty()
                ? 80
                : margins.extent(getFont(), names, MatrixMargins.SMALLEST).getHeight();
    }

    @Override
    protected void layoutChildren() {
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        if (metrics == null) {
            return;
        }
        margins.layout(getFont(), names, getWidth(), getHeight());
        double side = margins.side();
        for (MatrixCell cell : cells) {
            cell.paint(darkPaper(), margins.countFont());
            cell.resizeRelocate(margins.left() + cell.column() * side, margins.top() + cell.row() * side, side, side);
        }
        double bottom = margins.bottom();
        status.resizeRelocate(margins.start(), bottom, getWidth() - margins.start(), status.prefHeight(-1));
    }
}

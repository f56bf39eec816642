package org.vitrine.charts.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.datasets.metrics.ClassificationMetrics;

/** All around the cells: axis titles, class names, precision and recall; and the arithmetic of the layout. */
final class MatrixMargins {
    /** Sides of a cell in pixels. */
    static final double SMALLEST = 24;

    private static final double LARGEST = 72;
    private static final double LONGEST_NAME = 120;
    private static final double GAP = 6;

    private final TextWidth texts = new TextWidth();
    private final Label actualTitle = label(Messages.text("matrix.actual"), "axis-title");
    private final Label predictedTitle = label(Messages.text("matrix.predicted"), "axis-title");
    private final Label precisionTitle = label(Messages.text("matrix.precision"), "axis-title");
    private final Label recallTitle = label(Messages.text("matrix.recall"), "axis-title");
    private final Label accuracy = label("", "accuracy");
    private final List<Label> rowNames = new ArrayList<>();
    private final List<Label> columnNames = new ArrayList<>();
    private final List<Label> precisions = new ArrayList<>();
    private final List<Label> recalls = new ArrayList<>();
    private double start;
    private double left;
    private double top;
    private double side;
    private double line;
    private double countFont;
    private int digits = 1;

    MatrixMargins() {
        actualTitle.setRotate(-90);
        actualTitle.setAlignment(Pos.CENTER);
        predictedTitle.setAlignment(Pos.CENTER);
        precisionTitle.setAlignment(Pos.CENTER_RIGHT);
        recallTitle.setAlignment(Pos.CENTER);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    void build(ClassificationMetrics metrics, List<String> names, Consumer<String> say) {
        rowNames.clear();
        columnNames.clear();
        precisions.clear();
        recalls.clear();
        digits = 1;
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                digits = Math.max(digits, MatrixCell.text(metrics.count(i, j)).length());
            }
            String name = names.get(i);
            rowNames.add(label(name, "class-name"));
            rowNames.get(i).setAlignment(Pos.CENTER_RIGHT);
            columnNames.add(label(name, "class-name"));
            String precision = Numbers.percent(metrics.precision(i));
            String recall = Numbers.percent(metrics.recall(i));
            precisions.add(label(precision, "margin"));
            recalls.add(label(recall, "margin"));
            hover(precisions.get(i), Messages.text("matrix.margin.precision", name, precision), say);
            hover(recalls.get(i), Messages.text("matrix.margin.recall", name, recall), say);
        }
        String share = Numbers.percent(metrics.accuracy());
        accuracy.setText(share);
        hover(accuracy, Messages.text("matrix.accuracy", share), say);
    }

    private static void hover(Label label, String text, Consumer<String> say) {
        label.setAccessibleText(text);
        label.setOnMouseEntered(event -> say.accept(text));
        label.setOnMouseExited(event -> say.accept(""));
    }

    List<Node> nodes() {
        Stream<Label> titles = Stream.of(actualTitle, predictedTitle, precisionTitle, recallTitle, accuracy);
        return Stream.of(titles, rowNames.stream(), columnNames.stream(), precisions.stream(), recalls.stream())
                .flatMap(labels -> labels)
                .<Node>map(label -> label)
                .toList();
    }

    private double widest(List<String> names, Font font) {
        double widest = texts.of(precisionTitle.getText(), font);
        for (String name : names) {
            widest = Math.max(widest, texts.of(name, font) + 2);
        }
        return Math.min(LONGEST_NAME, widest);
    }

    private double recallWidth(Font font) {
        return Math.max(texts.of("100.0%", font), texts.of(recallTitle.getText(), font)) + 2 * GAP;
    }

    private boolean upright(List<String> names, Font font, double cell) {
        return names.stream().anyMatch(name -> texts.of(name, font) > cell - 4);
    }

    private double headerHeight(List<String> names, Font font, double cell) {
        if (!upright(names, font, cell)) {
            return line;
        }
        double widest = 0;
        for (String name : names) {
            widest = Math.max(widest, texts.of(name, font) + 4);
        }
        return Math.max(line, Math.min(LONGEST_NAME, widest));
    }

    private boolean precisionFits(Font font) {
        return texts.of("100.0%", font) * 0.86 < side - 2;
    }

    /** What the whole view needs with cells of this side. */
    Dimension2D extent(Font font, List<String> names, double cell) {
        line = Math.ceil(font.getSize() * 1.5);
        int n = Math.max(2, names.size());
        double width = line + GAP + widest(names, font) + GAP + n * cell + recallWidth(font);
        double precision = texts.of("100.0%", font) * 0.86 < cell - 2 ? line : texts.of("100.0%", font) + 4;
        double height = line + GAP + headerHeight(names, font, cell) + GAP + n * cell + GAP + precision + GAP + line;
        return new Dimension2D(Math.ceil(width), Math.ceil(height));
    }

    void layout(Font font, List<String> names, double width, double height) {
        int n = names.size();
        line = Math.ceil(font.getSize() * 1.5);
        side = LARGEST;
        // The height of the names above depends on the width of the cells, so go down until all fits.
        while (side > SMALLEST) {
            Dimension2D needed = extent(font, names, side);
            double over = Math.max(needed.getWidth() - width, needed.getHeight() - height);
            if (over <= 0) {
                break;
            }
            side = Math.max(SMALLEST, side - Math.max(1, Math.floor(over / n)));
        }
        countFont = Math.max(8, Math.min(font.getSize(), Math.min(side * 0.45, (side - 4) / (0.62 * digits))));
        start = Math.max(0, Math.floor((width - extent(font, names, side).getWidth()) / 2));
        double nameWidth = widest(names, font);
        double header = headerHeight(names, font, side);
        left = start + line + GAP + nameWidth + GAP;
        top = line + GAP + header + GAP;
        double span = n * side;
        predictedTitle.resizeRelocate(left, 0, span, line);
        // Turned about its centre: as wide as the matrix is high.
        double titleLength = Math.max(span, texts.of(actualTitle.getText(), font) + 4);
        actualTitle.resizeRelocate(start + line / 2 - titleLength / 2, top + span / 2 - line / 2, titleLength, line);
        boolean upright = upright(names, font, side);
        for (int i = 0; i < n; i++) {
            rowNames.get(i).resizeRelocate(start + line + GAP, top + i * side, nameWidth, side);
            recalls.get(i).resizeRelocate(left + span, top + i * side, recallWidth(font), side);
            turned(columnNames.get(i), upright, left + i * side, top - GAP - header, header, Pos.CENTER_LEFT);
            boolean flat = precisionFits(font);
            double room = flat ? line : texts.of("100.0%", font) + 4;
            turned(precisions.get(i), !flat, left + i * side, top + span + GAP, room, Pos.CENTER_RIGHT);
            precisions.get(i).setStyle(flat ? "-fx-font-size: 0.86em;" : "");
        }
        precisionTitle.resizeRelocate(start + line + GAP, top + span + GAP, nameWidth, line);
        recallTitle.resizeRelocate(left + span, top - GAP - line, recallWidth(font), line);
        accuracy.resizeRelocate(left + span, top + span + GAP, recallWidth(font), line);
    }

    /** Places a label in a column of the matrix, upright if there is no room across. */
    private void turned(Label label, boolean upright, double x, double y, double room, Pos uprightAt) {
        label.setRotate(upright ? -90 : 0);
        label.setAlignment(upright ? uprightAt : Pos.BOTTOM_CENTER);
        if (upright) {
            label.resizeRelocate(x + side / 2 - room / 2, y + room / 2 - side / 2, room, side);
        } else {
            label.resizeRelocate(x, y, side, room);
        }
    }

    /** Where the titles of the rows begin, so that the whole stands in the middle. */
    double start() {
        return start;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double side() {
        return side;
    }

    double countFont() {
        return countFont;
    }

    /** Where the status line begins. */
    double bottom() {
        Label last = precisions.get(precisions.size() - 1);
        return last.getBoundsInParent().getMaxY() + GAP;
    }
}

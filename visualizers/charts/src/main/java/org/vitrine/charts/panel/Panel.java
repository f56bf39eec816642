package org.vitrine.charts.panel;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.vitrine.drawing.Figure;

/**
 * One thing to look at.
 *
 * @param id of its node, and the name of files that are made from it
 * @param figure what it shows now, to be drawn on paper; empty while it shows nothing
 * @param table the numbers behind it, in full; empty where there are none
 */
public record Panel(
        String id, String title, Node node, Supplier<Optional<Figure>> figure, Supplier<Optional<Table>> table) {

    /** A panel whose whole content is one figure. */
    public static Panel of(
            String id, String title, org.vitrine.charts.figure.FigureView view, Supplier<Optional<Table>> table) {
        return new Panel(
                id, title, view, () -> Optional.of(view.figureProperty().get()), table);
    }
}

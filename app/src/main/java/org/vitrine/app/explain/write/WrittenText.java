package org.vitrine.app.explain.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A text with its beginning and what a model wrote behind it; tokens that were not to be expected are shaded. */
final class WrittenText extends StackPane {
    private final Text begun = new Text();
    private final Text written = new Text();
    private final TextFlow flow = new TextFlow(begun, written);
    private final Pane below = new Pane();
    private final List<Path> shades = new ArrayList<>();
    private List<Piece> pieces = List.of();

    /** @param pointed told of the token under the mouse, null where there is none */
    WrittenText(Consumer<@Nullable Piece> pointed) {
        setAlignment(Pos.TOP_LEFT);
        setId("written");
        getStyleClass().add("written");
        begun.getStyleClass().add("written-prompt");
        written.getStyleClass().add("written-text");
        written.setId("written-text");
        below.setManaged(false);
        below.setMouseTransparent(true);
        for (int shade = 0; shade < Piece.SHADES; shade++) {
            Path path = new Path();
            path.getStyleClass().addAll("written-shade", "written-shade-" + shade);
            shades.add(path);
        }
        below.getChildren().setAll(shades);
        getChildren().setAll(below, flow);
        flow.setOnMouseMoved(event -> pointed.accept(at(event.getX(), event.getY())));
        flow.setOnMouseExited(event -> pointed.accept(null));
    }

    void show(String beginning, List<Piece> now) {
        pieces = List.copyOf(now);
        begun.setText(beginning);
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        written.setText(text.toString());
        requestLayout();
    }

    private @Nullable Piece at(double x, double y) {
        int left =
                flow.hitTest(new Point2D(x, y)).getCharIndex() - begun.getText().length();
        if (left < 0) {
            return null;
        }
        for (Piece piece : pieces) {
            left -= piece.text().length();
            if (left < 0) {
                return piece;
            }
        }
        return null;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        flow.layout();
        below.relocate(flow.getLayoutX(), flow.getLayoutY());
        shades.forEach(path -> path.getElements().clear());
        int from = begun.getText().length();
        for (int i = 0; i < pieces.size(); ) {
            int shade = pieces.get(i).shade();
            int to = from;
            while (i < pieces.size() && pieces.get(i).shade() == shade) {
                to += pieces.get(i++).text().length();
            }
            if (shade > 0) {
                shades.get(shade).getElements().addAll(flow.rangeShape(from, to));
            }
            from = to;
        }
    }
}

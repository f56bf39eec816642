package org.vitrine.app.explain;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Parts below each other, which scroll where they are higher than the window. A part that the user opens comes into sight as
 * far as there is room, its top in any case; what grows by itself, such as an answer that arrives, moves nothing.
 */
final class PartsScroll extends ScrollPane {
    /** A part that grows by more shows something new. */
    private static final double OPENED = 40;

    private final VBox parts;
    private Optional<Region> opened = Optional.empty();

    /** @param parts the first of them takes what room the others leave */
    PartsScroll(VBox parts) {
        super(parts);
        this.parts = parts;
        parts.getChildren().stream().skip(1).map(Region.class::cast).forEach(part -> {
            part.setMinHeight(Region.USE_PREF_SIZE);
            part.heightProperty().subscribe((before, now) -> {
                if (now.doubleValue() - before.doubleValue() > OPENED && part.isFocusWithin()) {
                    opened = Optional.of(part);
                    requestLayout();
                }
            });
        });
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        opened.ifPresent(part -> {
            opened = Optional.empty();
            parts.layout();
            reveal(part);
        });
    }

    private void reveal(Region part) {
        double seen = getViewportBounds().getHeight();
        double hidden = parts.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = part.getBoundsInParent().getMinY();
        double offset = getVvalue() * hidden;
        double wanted = Math.min(top, Math.max(offset, part.getBoundsInParent().getMaxY() - seen));
        setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
}

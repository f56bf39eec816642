package org.vitrine.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.vitrine.editor.plan.Box;

class ViewportTest {

    @Property
    void zoomingKeepsThePointUnderTheMouse(
            @ForAll @DoubleRange(min = 0.1, max = 9) double factor,
            @ForAll @DoubleRange(min = 0, max = 1000) double x,
            @ForAll @DoubleRange(min = 0, max = 1000) double y) {
        Viewport viewport = new Viewport();
        viewport.panBy(31, -17);
        Point2D before = viewport.toGraph(x, y);

        viewport.zoomAt(factor, x, y);

        assertThat(viewport.toGraph(x, y).distance(before)).isLessThan(1e-6);
        assertThat(viewport.scale()).isBetween(Viewport.MIN_SCALE, Viewport.MAX_SCALE);
    }

    @Test
    void fittingShowsAllInTheMiddle() {
        Viewport viewport = new Viewport();
        Box area = new Box(-500, 200, 1500, 3200);

        viewport.fit(area, 800, 600, 1);

        Point2D first = viewport.toCanvas(area.left(), area.top());
        Point2D last = viewport.toCanvas(area.right(), area.bottom());
        assertThat(first.getX()).isGreaterThanOrEqualTo(0);
        assertThat(first.getY()).isGreaterThanOrEqualTo(0);
        assertThat(first.midpoint(last).getX()).isCloseTo(400, within(1e-6));
        assertThat(first.midpoint(last).getY()).isCloseTo(300, within(1e-6));
    }

    @Test
    void aGraphThatIsReadableAsAWholeOpensWhole() {
        Viewport viewport = new Viewport();
        Box area = new Box(0, 0, 600, 800);

        viewport.open(area, 300, 800, 600);

        assertThat(viewport.scale()).isCloseTo((600 - 64) / 800.0, within(1e-9));
        assertThat(viewport.toCanvas(area.left(), area.top()).getY()).isCloseTo(32, within(1e-6));
    }

    @Test
    void aTallGraphOpensAtItsHead() {
        Viewport viewport = new Viewport();
        Box area = new Box(0, 0, 400, 6000);

        viewport.open(area, 200, 800, 600);

        assertThat(viewport.scale()).isEqualTo(0.75);
        assertThat(viewport.toCanvas(200, 0)).isEqualTo(new Point2D(400, 32));
    }

    @Test
    void aWideGraphOpensAroundItsFirstLayerAndShowsNoEmptyPaperBeside() {
        Viewport viewport = new Viewport();
        Box area = new Box(0, 0, 4000, 3000);

        viewport.open(area, 100, 800, 600);

        assertThat(viewport.scale()).isEqualTo(0.5);
        assertThat(viewport.toCanvas(0, 0)).isEqualTo(new Point2D(32, 32));

        viewport.open(area, 2000, 800, 600);

        assertThat(viewport.toCanvas(2000, 0)).isEqualTo(new Point2D(400, 32));
    }

    @Test
    void aGraphIsAsOpenedUntilItIsMovedOrZoomed() {
        Viewport viewport = new Viewport();
        assertThat(viewport.isAsOpened()).isFalse();
        for (int height : new int[] {100, 6000}) {
            viewport.open(new Box(0, 0, 400, height), 200, 800, 600);
            assertThat(viewport.isAsOpened()).isTrue();
            viewport.panBy(1, 0);
            assertThat(viewport.isAsOpened()).isFalse();
        }
        viewport.open(new Box(0, 0, 400, 100), 200, 800, 600);
        viewport.zoomAt(1.25, 10, 10);
        assertThat(viewport.isAsOpened()).isFalse();
    }

    @Test
    void revealingWhatIsInViewMovesNothing() {
        Viewport viewport = new Viewport();
        viewport.reveal(new Box(100, 100, 150, 150), 800, 600);
        assertThat(viewport.toCanvas(0, 0)).isEqualTo(Point2D.ZERO);

        viewport.reveal(new Box(1000, 100, 1050, 150), 800, 600);
        assertThat(viewport.toCanvas(1050, 0).getX()).isLessThan(800);
    }
}

package org.vitrine.charts.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Curve;
import org.vitrine.charts.render.Points;

class LineFigureTest {
    @Test
    void axesHoldAllPointsOfAllCurves() {
        LineFigure figure = LineFigure.whole(
                "Iteration",
                "Loss",
                false,
                List.of(
                        new Curve("a", Points.of(new double[] {5, 20}, new double[] {1, 3}), 0, false),
                        new Curve("b", Points.of(new double[] {0, 10}, new double[] {-2, 2}), 1, true)));

        assertThat(figure.x().min()).isEqualTo(0);
        assertThat(figure.x().max()).isEqualTo(20);
        assertThat(figure.y().min()).isLessThanOrEqualTo(-2);
        assertThat(figure.y().max()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneOrNoPointHasAxesToo() {
        LineFigure one = LineFigure.whole(
                "", "", false, List.of(new Curve("a", Points.of(new double[] {5}, new double[] {1}), 0, false)));
        assertThat(one.x().min()).isLessThan(5);
        assertThat(one.x().max()).isGreaterThan(5);
        LineFigure none = LineFigure.whole("", "", false, List.of());
        assertThat(none.x().min()).isLessThan(none.x().max());
    }
}

package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionMetricsTest {
    private static Box box(int type, double x, double confidence) {
        return new Box(type, x, 0.5, 0.2, 0.2, confidence);
    }

    @Test
    void overlapIsTheSharedPartOfTheUnion() {
        assertThat(box(0, 0.5, 1).overlap(box(1, 0.5, 1))).isCloseTo(1, within(1e-12));
        assertThat(box(0, 0.5, 1).overlap(box(0, 0.6, 1))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(box(0, 0.2, 1).overlap(box(0, 0.8, 1))).isZero();
    }

    @Test
    void ofOverlappingBoxesOfAClassTheSurestStays() {
        List<Box> kept =
                Boxes.suppress(List.of(box(0, 0.5, 0.4), box(0, 0.52, 0.9), box(1, 0.5, 0.3), box(0, 0.8, 0.2)), 0.45);
        assertThat(kept).extracting(Box::confidence).containsExactly(0.9, 0.3, 0.2);
    }

    @Test
    void averagePrecisionIsTheAreaUnderTheBestPrecisionAtEachRecall() {
        AveragePrecision precision = new AveragePrecision(3, 0.5);
        // Sorted by confidence: right, wrong, right; two of three true boxes found.
        precision.add(
                List.of(box(0, 0.2, 0.9), box(0, 0.5, 0.8), box(0, 0.81, 0.7)),
                List.of(box(0, 0.2, 1), box(0, 0.8, 1)));
        precision.add(List.of(), List.of(box(0, 0.2, 1), box(1, 0.5, 1)));
        assertThat(precision.perClass()[0]).isCloseTo((1 + 2.0 / 3) / 3, within(1e-12));
        assertThat(precision.perClass()[1]).isZero();
        assertThat(precision.perClass()[2]).isNaN();
        assertThat(precision.mean()).isCloseTo((1 + 2.0 / 3) / 6, within(1e-12));
    }

    @Test
    void aTrueBoxIsFoundOnce() {
        AveragePrecision precision = new AveragePrecision(1, 0.5);
        precision.add(List.of(box(0, 0.5, 0.6), box(0, 0.5, 0.9)), List.of(box(0, 0.5, 1)));
        assertThat(precision.mean()).isEqualTo(1);
        AveragePrecision doubled = new AveragePrecision(1, 0.5);
        doubled.add(
                List.of(box(0, 0.5, 0.9), box(0, 0.51, 0.8), box(0, 0.9, 0.7)),
                List.of(box(0, 0.5, 1), box(0, 0.9, 1)));
        assertThat(doubled.mean()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void theCurveOfAClassBelongsToItsAveragePrecision() {
        AveragePrecision precision = AveragePrecision.of(
                2,
                0.5,
                List.of(List.of(box(0, 0.2, 1), box(0, 0.8, 1)), List.of(box(0, 0.2, 1))),
                List.of(List.of(box(0, 0.2, 0.9), box(0, 0.5, 0.8), box(0, 0.81, 0.7)), List.of()));
        assertThat(precision.curve(0))
                .containsExactly(
                        new AveragePrecision.Point(0.9, 1.0 / 3, 1),
                        new AveragePrecision.Point(0.8, 1.0 / 3, 0.5),
                        new AveragePrecision.Point(0.7, 2.0 / 3, 2.0 / 3));
        assertThat(precision.curve(1)).isEmpty();
    }

    @Test
    void aGreaterOverlapIsAskedForAtAHigherThreshold() {
        List<List<Box>> actual = List.of(List.of(box(0, 0.5, 1)));
        List<List<Box>> found = List.of(List.of(box(0, 0.53, 0.9)));
        assertThat(AveragePrecision.of(1, 0.5, actual, found).mean()).isEqualTo(1);
        assertThat(AveragePrecision.of(1, 0.9, actual, found).mean()).isZero();
    }
}

package org.vitrine.charts.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.ImageSheet;
import org.vitrine.drawing.Theme;

class ActivationFigureTest {

    static Stream<int[]> shapes() {
        return Stream.of(
                new int[] {1},
                new int[] {10},
                new int[] {700},
                new int[] {4, 30},
                new int[] {64, 3},
                new int[] {1, 28, 28},
                new int[] {6, 24, 24},
                new int[] {33, 7, 5});
    }

    /** Whatever is clicked is the value that is painted there. */
    @ParameterizedTest
    @MethodSource("shapes")
    void eachValueIsFoundWhereItIsPaintedInsideTheRectangle(int... shape) {
        ActivationLayout layout = ActivationLayout.of(shape, 480, 300);
        for (int place = 0; place < layout.values(); place++) {
            double x = layout.x(place) + layout.cellWidth() / 2;
            double y = layout.y(place) + layout.cellHeight() / 2;
            assertThat(layout.place(x, y)).isEqualTo(place);
            assertThat(x + layout.cellWidth() / 2).isLessThanOrEqualTo(480.001);
            assertThat(y + layout.cellHeight() / 2).isLessThanOrEqualTo(300.001);
        }
        assertThat(layout.place(-1, 5)).isEqualTo(-1);
        assertThat(layout.place(5, 10_000)).isEqualTo(-1);
    }

    @Test
    void positiveValuesAreRedAndNegativeOnesBlue() {
        BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB_PRE);
        new ActivationFigure(Tensor.of(new float[] {-1, 1}, 2), -1).draw(new ImageSheet(image, 1), 60, 20, Theme.WHITE);
        int first = image.getRGB(5, 5);
        int second = image.getRGB(30, 5);
        assertThat(first & 0xFF).isGreaterThan(first >> 16 & 0xFF);
        assertThat(second >> 16 & 0xFF).isGreaterThan(second & 0xFF);
    }
}

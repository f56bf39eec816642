package org.vitrine.app.data.options;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SliderRangeTest {
    @Property
    void everyPlaceIsAValueInTheRange(@ForAll @DoubleRange(min = 0, max = 1) double way) {
        assertThat(Double.parseDouble(new SliderRange(10, 100_000, true).text(way)))
                .isBetween(10.0, 100_000.0);
        assertThat(Double.parseDouble(new SliderRange(0, 0.5, false).text(way))).isBetween(0.0, 0.5);
        assertThat(Double.parseDouble(new SliderRange(-2, 2, false).text(way))).isBetween(-2.0, 2.0);
    }

    @Property
    void theWayOfAValueLeadsBackToIt(@ForAll @DoubleRange(min = 0, max = 1) double way) {
        SliderRange range = new SliderRange(0, 1, false);
        assertThat(Double.parseDouble(range.text(range.way(way))))
                .isCloseTo(way, org.assertj.core.data.Offset.offset(0.006));
    }

    @Test
    void wideRangesAreEvenInTheirLogarithm() {
        SliderRange range = new SliderRange(10, 100_000, true);
        assertThat(range.way(1000)).isBetween(0.49, 0.51);
        assertThat(range.text(0.5)).isEqualTo("1000");
    }

    @Test
    void numbersReadAsAPersonWouldTypeThem() {
        assertThat(new SliderRange(0, 0.5, false).text(0.4)).isEqualTo("0.2");
        assertThat(new SliderRange(1, 5, true).text(0.5)).isEqualTo("3");
        assertThat(new SliderRange(0, 1, false).text(0)).isEqualTo("0");
    }
}

package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Property
    void aroundAlwaysContainsTheRange(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double low,
            @ForAll @DoubleRange(min = 0, max = 1e5) double length,
            @ForAll boolean log) {
        double from = log ? Math.abs(low) + 1e-9 : low;
        Axis axis = Axis.around(from, from + length, log);
        double slack = 1e-6 * (Math.abs(from) + length);
        assertThat(axis.min()).isLessThanOrEqualTo(from + slack);
        assertThat(axis.max()).isGreaterThanOrEqualTo(from + length - slack);
    }

    @Property
    void valueUndoesUnit(@ForAll @DoubleRange(min = 0.01, max = 100) double value, @ForAll boolean log) {
        Axis axis = new Axis(0.01, 100, log);
        assertThat(axis.value(axis.unit(value))).isCloseTo(value, within(1e-9));
    }

    @Test
    void aLogAxisCannotShowZero() {
        assertThat(new Axis(0.1, 10, true).unit(0)).isNaN();
        assertThatThrownBy(() -> new Axis(0, 1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneValueGetsRoomAroundIt() {
        Axis axis = Axis.around(0.5, 0.5, false);
        assertThat(axis.min()).isLessThan(0.5);
        assertThat(axis.max()).isGreaterThan(0.5);
    }
}

package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeWindowTest {

    @Test
    void aWindowThatIsLongerThanTheSequenceIsRefused() {
        assertThatThrownBy(() -> new TimeWindow(4, 1, 2, false).windows(6))
                .hasMessageContaining("reaches over 7 steps")
                .hasMessageContaining("only 6");
    }
}

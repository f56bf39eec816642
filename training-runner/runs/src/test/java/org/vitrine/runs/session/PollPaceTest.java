package org.vitrine.runs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollPaceTest {
    private static final PollPace PACE = new PollPace(1, 20);

    @Test
    void waitsASmallShareOfTheQuietTimeWithinBounds() {
        assertThat(PACE.millis(Duration.ZERO)).isEqualTo(1);
        assertThat(PACE.millis(Duration.ofMillis(320))).isEqualTo(10);
        assertThat(PACE.millis(Duration.ofHours(1))).isEqualTo(20);
        assertThat(PACE.millisSince(System.nanoTime() - Duration.ofSeconds(1).toNanos()))
                .isEqualTo(20);
    }

    @Test
    void anHourOfWaitingCostsNoMoreLooksThanASteadyPace() {
        long now = 0;
        int looks = 0;
        while (now < 3_600_000) {
            now += PACE.millis(Duration.ofMillis(now));
            looks++;
        }
        assertThat(looks).isLessThan(3_600_000 / 20 + 150);
    }
}

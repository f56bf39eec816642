package org.vitrine.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProcessWatchTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aProcessIsAskedForOnlyNowAndThen() {
        ProcessWatch watch = new ProcessWatch(() -> asked.incrementAndGet() > 0, Duration.ofHours(1));
        assertThat(watch.isAlive()).isTrue();
        assertThat(watch.isAlive()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void itsEndIsSeenAndLasts() {
        ProcessWatch watch = new ProcessWatch(() -> asked.incrementAndGet() == 1, Duration.ZERO);
        assertThat(watch.isAlive()).isTrue();
        assertThat(watch.isAlive()).isFalse();
        assertThat(watch.isAlive()).isFalse();
        assertThat(asked).hasValue(2);
    }
}

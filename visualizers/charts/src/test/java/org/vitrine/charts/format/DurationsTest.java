package org.vitrine.charts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.4, less than 1 s",
        "45, 45 s",
        "59.9, 59 s",
        "60, 1 min 00 s",
        "125, 2 min 05 s",
        "4020, 1 h 07 min",
        "86399, 23 h 59 min",
        "273600, 3 d 4 h",
        "-5, 0 s"
    })
    void durationsReadAsPeopleSayThem(double seconds, String text) {
        assertThat(Durations.text(Duration.ofMillis(Math.round(seconds * 1000))))
                .isEqualTo(text);
    }

    @Test
    void theRestIsProportionalToWhatIsDone() {
        assertThat(Durations.remaining(Duration.ofSeconds(30), 3, 12)).contains(Duration.ofSeconds(90));
    }

    @Test
    void theRestIsUnknownAtTheStartAndNothingAtTheEnd() {
        assertThat(Durations.remaining(Duration.ofSeconds(30), 0, 12)).isEmpty();
        assertThat(Durations.remaining(Duration.ofSeconds(30), 12, 12)).isEmpty();
        assertThat(Durations.remaining(Duration.ofSeconds(30), 5, 0)).isEmpty();
    }

    @Test
    void whatIsAlmostDoneIsNotAboutLessThanSomething() {
        assertThat(Durations.left(Duration.ofMillis(300))).isEqualTo("less than 1 s left");
        assertThat(Durations.left(Duration.ofSeconds(45))).isEqualTo("about 45 s left");
    }
}

package org.vitrine.runs.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.runs.json.Samples;

class EventJsonTest {
    private static final Instant AT = Instant.ofEpochMilli(1_763_795_467_123L);

    static Stream<RunEvent> events() {
        return Samples.of(RunEvent.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventSurvivesOneLine(RunEvent event) {
        String line = EventJson.write(new TimedEvent(AT, event));
        assertThat(line)
                .doesNotContain("\n")
                .startsWith("{\"event\":\"" + event.getClass().getSimpleName() + "\",\"at\":");
        assertThat(EventJson.read(line)).isEqualTo(new TimedEvent(AT, event));
    }

    @Test
    void infinitiesSurvive() {
        RunEvent event = new RunEvent.TestEvaluated(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(EventJson.read(EventJson.write(new TimedEvent(AT, event))).event())
                .isEqualTo(event);
    }

    @Test
    void aMissingGapStaysMissing() {
        RunEvent event = new SessionEvent.AttributionDone(
                "r", "saliency", "a.npy", false, 1, OptionalDouble.empty(), List.of(), OptionalInt.of(7), 0.1);
        assertThat(EventJson.read(EventJson.write(new TimedEvent(AT, event))).event())
                .isEqualTo(event);
        assertThat(EventJson.read("{\"event\":\"AttributionDone\",\"at\":5,\"request\":\"r\",\"probabilities\":[]}")
                        .event())
                .isInstanceOfSatisfying(SessionEvent.AttributionDone.class, done -> {
                    assertThat(done.completenessGap()).isEmpty();
                    assertThat(done.place()).isEmpty();
                });
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() {
        assertThat(EventJson.read("{\"event\":\"TrainingPaused\",\"at\":5,\"iteration\":3,\"mood\":\"calm\"}"))
                .isEqualTo(new TimedEvent(Instant.ofEpochMilli(5), new RunEvent.TrainingPaused(3)));
    }

    @Test
    void fieldsMayStandInAnyOrder() {
        TimedEvent paused = new TimedEvent(Instant.ofEpochMilli(5), new RunEvent.TrainingPaused(3));
        assertThat(EventJson.read("{\"iteration\":3,\"at\":5,\"event\":\"TrainingPaused\"}"))
                .isEqualTo(paused);
        assertThat(EventJson.read("{\"event\":\"TrainingPaused\",\"iteration\":3,\"at\":5}"))
                .isEqualTo(paused);
    }

    @Test
    void anEventOfANewerVersionBecomesANote() {
        assertThat(EventJson.read("{\"event\":\"TeaMade\",\"at\":5}").event())
                .isInstanceOfSatisfying(
                        RunEvent.Noted.class, note -> assertThat(note.text()).contains("TeaMade", "newer version"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "nonsense",
                "[1,2]",
                "null",
                "{",
                "\u0000\u0000",
                "{\"event\":\"TrainingPaused\",\"at\":5,\"iteration\":3",
                "{\"event\":\"TrainingPaused\",\"at\":5,\"iter",
                "{\"event\":\"TrainingPaused\",\"at\":5",
                "{\"event\":7,\"at\":5}",
                "{\"event\":\"TrainingPaused\",\"at\":5,\"iteration\":\"many\"}"
            })
    void aDamagedLineBecomesANote(String line) {
        assertThat(EventJson.read(line).event()).isInstanceOf(RunEvent.Noted.class);
    }
}

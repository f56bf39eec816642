package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunState;

class ProgressTest {
    private static final RunEvent STARTED = new RunEvent.TrainingStarted(9, 640, 10, 4, 1, 1);
    private static final RunEvent ITERATION = new RunEvent.IterationDone(20, 2, 0.25, 0.875, 0.001, 1234, 65, 1, 1);
    private static final RunEvent EPOCH = new RunEvent.EpochDone(2, 20, 0.25, 0.9, 0.5, 0.8, 3);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8), new PrintStream(err, true, UTF_8), true);

    @Test
    void theBarShowsShareEpochFiguresSpeedAndTimeLeft() {
        assertThat(new BarProgress(console, Metric.ACCURACY).line(state(STARTED, ITERATION)))
                .isEqualTo("[============>           ]  50%  epoch 2/4  loss 0.25  87.5%  1234/s  ETA 1 min 05 s"
                        .replace("loss 0.25 ", "loss 0.2500 "));
        assertThat(new BarProgress(console, Metric.RMSE).line(state(STARTED, ITERATION)))
                .contains("RMSE 0.8750");
    }

    @Test
    void beforeTrainingTheBarTellsWhatIsWaitedFor() {
        assertThat(new BarProgress(console, Metric.ACCURACY).line(RunState.EMPTY))
                .isEqualTo("waiting for its turn");
    }

    @Test
    void anEpochLeavesALineAboveTheBar() {
        BarProgress progress = new BarProgress(console, Metric.ACCURACY);
        progress.update(state(STARTED, ITERATION, EPOCH), List.of(at(EPOCH)));
        progress.end();
        assertThat(err.toString(UTF_8))
                .contains("epoch 2/4  train loss 0.2500 accuracy 90.0%  validation loss 0.5000 accuracy 80.0%  3.0 s")
                .contains("[====")
                .endsWith("\r\u001b[K");
    }

    @Test
    void withoutATerminalThereAreOnlyLines() {
        PlainProgress progress = new PlainProgress(console, Metric.RMSE);
        progress.update(state(STARTED), List.of(at(STARTED)));
        progress.update(state(STARTED, EPOCH), List.of(at(EPOCH)));
        progress.update(
                state(STARTED, EPOCH), List.of(at(new RunEvent.DeviceFellBack("cuda:0", "cpu", "there is no driver"))));
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "training",
                        "epoch 2/4  train loss 0.2500 RMSE 0.9000  validation loss 0.5000 RMSE 0.8000  3.0 s",
                        "note: cuda:0 can not be used, cpu is used instead: there is no driver");
    }

    @Test
    void epochsThatTakeNoTimeAreNotAllTold() {
        PlainProgress progress = new PlainProgress(console, Metric.ACCURACY);
        RunState state = state(new RunEvent.TrainingStarted(9, 640, 1, 1000, 1, 1));
        for (int epoch = 1; epoch <= 1000; epoch++) {
            progress.update(state, List.of(at(new RunEvent.EpochDone(epoch, epoch, 1, 1, 1, 1, 0.001))));
        }
        assertThat(err.toString(UTF_8).lines())
                .hasSizeLessThan(100)
                .anyMatch(line -> line.startsWith("epoch 1/1000"))
                .anyMatch(line -> line.startsWith("epoch 1000/1000"));
    }

    @Test
    void withoutValidationItIsNotMentioned() {
        RunEvent.EpochDone done = new RunEvent.EpochDone(1, 10, 0.25, 0.9, Double.NaN, Double.NaN, 3);
        assertThat(new PlainProgress(console, Metric.ACCURACY).epoch(done, 4)).doesNotContain("validation");
    }

    private static RunState state(RunEvent... events) {
        RunState state = RunState.EMPTY;
        for (RunEvent event : events) {
            state = state.with(at(event));
        }
        return state;
    }

    private static TimedEvent at(RunEvent event) {
        return new TimedEvent(Instant.EPOCH, event);
    }
}

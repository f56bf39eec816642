package org.vitrine.app.train;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.FlowPane;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Durations;
import org.vitrine.charts.format.Numbers;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.store.RunState;

/** The live numbers of a run: epoch, loss, accuracy, rate, time left, memory, device. */
final class RunFigures extends FlowPane {
    private static final String NONE = "\u2013";

    private final ObservableValue<RunState> state;
    private final Figure metric;
    private final Figure validationMetric;

    RunFigures(ObservableValue<RunState> state, ObservableValue<Metric> judged) {
        super(8, 8);
        this.state = state;
        getStyleClass().add("figures");
        metric = new Figure(
                "metric",
                Bindings.createStringBinding(
                        () -> state.getValue()
                                .lastIteration()
                                .map(done -> score(done.metric(), judged.getValue()))
                                .orElse(NONE),
                        state,
                        judged));
        validationMetric = new Figure(
                "validationMetric",
                Bindings.createStringBinding(
                        () -> state.getValue()
                                .lastEpoch()
                                .map(done -> score(done.validationMetric(), judged.getValue()))
                                .orElse(NONE),
                        state,
                        judged));
        getChildren()
                .addAll(
                        figure(
                                "epoch",
                                now -> now.epochsPlanned() == 0
                                        ? NONE
                                        : Texts.format("figure.epochOf", epoch(now), now.epochsPlanned())),
                        figure(
                                "iteration",
                                now -> now.iterationsPlanned() == 0
                                        ? NONE
                                        : Numbers.count(now.iterationsDone()) + " / "
                                                + Numbers.count(now.iterationsPlanned())),
                        figure("loss", iteration(done -> Numbers.significant(done.loss(), 4))),
                        figure("validationLoss", now -> now.lastEpoch()
                                .map(done -> Numbers.significant(done.validationLoss(), 4))
                                .orElse(NONE)),
                        metric,
                        validationMetric,
                        figure("learningRate", iteration(done -> Numbers.significant(done.learningRate(), 3))),
                        figure("rate", iteration(done -> Numbers.count(Math.round(done.examplesPerSecond())))),
                        figure(
                                "eta",
                                now -> now.etaSeconds().isEmpty()
                                        ? NONE
                                        : Durations.text(Duration.ofMillis(
                                                (long) (now.etaSeconds().getAsDouble() * 1000)))),
                        figure(
                                "memory",
                                iteration(done -> Texts.format(
                                        "figure.megabytes", (done.heapBytes() + done.nativeBytes()) / 1_000_000))));
    }

    /** Whether the run is judged by more than its loss. */
    void showScores(boolean scored) {
        for (Figure figure : List.of(metric, validationMetric)) {
            figure.setVisible(scored);
            figure.setManaged(scored);
        }
    }

    private static int epoch(RunState state) {
        return state.lastIteration().map(IterationDone::epoch).orElse(0);
    }

    /** Shares in per cent; a dash for what is only measured on a whole part. */
    static String score(double value, Metric metric) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return metric.isShare() ? Numbers.percent(value) : Numbers.significant(value, 4);
    }

    private static Function<RunState, String> iteration(Function<IterationDone, String> text) {
        return state -> state.lastIteration().map(text).orElse(NONE);
    }

    private Figure figure(String key, Function<RunState, String> text) {
        return new Figure(key, Bindings.createStringBinding(() -> text.apply(state.getValue()), state));
    }
}

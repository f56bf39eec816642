package org.vitrine.worker.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent.LayersTimed;
import org.vitrine.worker.network.PassTimer;

/** Times the layers in a few iterations of a run, once the first ones are over, in which Java still compiles itself. */
final class LayerWatch {
    private static final int STEPS = 20;
    private static final long WARM_NANOS = 3_000_000_000L;

    private final ModelGraph graph;
    private final EventSink events;
    private final double[] seconds = new double[STEPS];
    private final long began = System.nanoTime();
    private final long early;
    private long seen;
    private @Nullable Learner watched;
    private @Nullable PassTimer timer;
    private int timed;

    /** @param iterations that are planned: a short run is watched from its middle on */
    LayerWatch(ModelGraph graph, long iterations, EventSink events) {
        this.graph = graph;
        this.events = events;
        early = iterations / 2;
    }

    /** Has the learner do a step, timed if it is the moment. */
    Learner.Step step(Learner learner, Batch batch, int iteration, int epoch) throws RunException {
        boolean warmingUp = seen++ < early && System.nanoTime() - began < WARM_NANOS;
        if (timed == STEPS || warmingUp) {
            return learner.step(batch, iteration, epoch);
        }
        if (timer == null || learner != watched) {
            watched = learner;
            timer = learner.timer();
            timed = 0;
        }
        long start = System.nanoTime();
        Learner.Step step = learner.step(batch, iteration, epoch);
        seconds[timed++] = (System.nanoTime() - start) / 1e9;
        timer.stepDone();
        if (timed == STEPS) {
            finish(iteration + 1);
        }
        return step;
    }

    /**
     * Writes down what was timed, unless it was done.
     *
     * @param iterations that the run has done
     */
    void finish(int iterations) throws RunException {
        if (timer == null || timed == 0) {
            return;
        }
        timer.close();
        double[] sorted = Arrays.copyOf(seconds, timed);
        Arrays.sort(sorted);
        events.write(new LayersTimed(iterations, timed, sorted[timed / 2], LayerTimes.of(graph, timer.times())));
        timer = null;
        watched = null;
        timed = STEPS;
    }
}

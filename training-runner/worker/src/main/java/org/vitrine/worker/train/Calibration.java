package org.vitrine.worker.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.device.ProcessMemory;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.memory.DeferredDeallocation;
import org.vitrine.worker.network.PassTimer;

/**
 * A brief training that is measured: warm-up, steps, validation, a checkpoint and the test of some examples, so that the process
 * holds in the end what the process of a run holds.
 */
final class Calibration implements AutoCloseable {
    /** Shares of the budget: seconds of processor time for the first, of the clock for the others. */
    private static final double WARM_UP = 0.5;

    private static final double STEPS = 0.35;
    private static final double LAYERS = 0.08;
    /** On a busy machine things take longer, but not more often than so many times. */
    private static final double PATIENCE = 4;

    private static final double GROUP_SECONDS = 0.5;
    private static final int STRETCHES = 9;
    private static final int LEAST_STEPS = 3;
    private static final int EXAMPLES_SCORED = 1024;
    private static final long TELL_NANOS = 100_000_000;

    private final GraphDocument document;
    private final TrainingSettings settings;
    private final Dataset data;
    private final Path folder;
    private final double budget;
    private final BooleanSupplier wanted;
    private final EventSink events;
    private final Learner learner;
    private final int batchesPerEpoch;
    private final int fullBatches;
    private int[] order = new int[0];
    private int iteration;
    private long told;
    private boolean stillWanted = true;

    /**
     * @param folder for a checkpoint
     * @param budget seconds for all steps
     * @param wanted whether anybody still waits for the answer
     */
    Calibration(
            GraphDocument document,
            Dataset data,
            Path folder,
            double budget,
            BooleanSupplier wanted,
            EventSink events) {
        this.document = document;
        this.settings = document.training();
        this.data = data;
        this.folder = folder;
        this.budget = budget;
        this.wanted = wanted;
        this.events = events;
        batchesPerEpoch = (data.train().size() + settings.batchSize() - 1) / settings.batchSize();
        fullBatches = Math.max(1, data.train().size() / settings.batchSize());
        learner = new Learner(document.graph(), data, settings, (long) settings.epochs() * batchesPerEpoch);
    }

    void run() throws RunException {
        double start = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        Stretches warm = new Stretches(Double.POSITIVE_INFINITY);
        Settling settling = new Settling(budget * WARM_UP, GROUP_SECONDS);
        // The last batch of an epoch is smaller: its arrays are others.
        settling.add(timedStep(Math.max(0, batchesPerEpoch - 1), warm));
        boolean goesOn = warmUp(settling, warm);
        Stretches measured = new Stretches(budget * STEPS / STRETCHES);
        goesOn = goesOn && measure(measured);
        PassTimer timer = learner.timer();
        goesOn = goesOn && timedSteps(timer);
        timer.close();
        if (!goesOn) {
            return;
        }
        tell("validation", 0.95);
        double validation = data.validation().size() == 0 ? 0 : validate();
        tell("saving", 0.98);
        double saving = save();
        Evaluator.evaluate(learner.network(), withTest(first(data.test(), EXAMPLES_SCORED)));
        events.write(new RunEvent.Calibrated(
                learner.network().trainedParameters(),
                data.train().size(),
                settings.batchSize(),
                batchesPerEpoch,
                learner.threads(),
                start + Math.max(0, warm.seconds() - warm.steps() * measured.stepSeconds()),
                measured.steps(),
                measured.stepSeconds(),
                measured.stepProcessorSeconds(),
                validation,
                saving,
                ProcessMemory.resident(),
                ProcessMemory.peak(),
                LayerTimes.of(document.graph(), timer.times())));
    }

    /** Steps until they get no cheaper; tells whether the answer is still wanted. */
    private boolean warmUp(Settling settling, Stretches warm) throws RunException {
        double most = PATIENCE * budget * WARM_UP;
        while ((!settling.isSettled() && warm.seconds() < most) || warm.steps() < LEAST_STEPS) {
            tell("warm-up", WARM_UP * Math.min(1, warm.seconds() / (budget * WARM_UP)));
            if (!stillWanted) {
                return false;
            }
            settling.add(timedStep(iteration % fullBatches, warm));
        }
        return true;
    }

    /** Steps for some time by the clock, and as long by the processor; tells whether the answer is still wanted. */
    private boolean measure(Stretches measured) throws RunException {
        double least = budget * STEPS;
        double processor = 0;
        while (measured.seconds() < least
                || (processor < least && measured.seconds() < PATIENCE * least)
                || measured.steps() < LEAST_STEPS) {
            tell("steps", WARM_UP + STEPS * Math.min(1, measured.seconds() / least));
            if (!stillWanted) {
                return false;
            }
            processor += timedStep(iteration % fullBatches, measured);
        }
        return true;
    }

    /** Seconds of processor time of a step. */
    private double timedStep(int batch, Stretches into) {
        long start = System.nanoTime();
        long processor = processorNanos();
        step(batch);
        double processorSeconds = (processorNanos() - processor) / 1e9;
        into.add((System.nanoTime() - start) / 1e9, processorSeconds);
        return processorSeconds;
    }

    private boolean timedSteps(PassTimer timer) throws RunException {
        long began = System.nanoTime();
        double seconds = 0;
        for (int i = 0; i < LEAST_STEPS || seconds < budget * LAYERS; i++) {
            tell("layers", 0.85 + seconds / budget);
            if (!stillWanted) {
                return false;
            }
            step(iteration % fullBatches);
            timer.stepDone();
            seconds = (System.nanoTime() - began) / 1e9;
        }
        return true;
    }

    /** Trains on a batch as the trainer does. */
    private void step(int batch) {
        if (order.length == 0 || batch == 0) {
            order = Seeds.order(
                    settings.seed(), iteration / batchesPerEpoch, data.train().size());
        }
        int start = batch * settings.batchSize();
        int end = Math.min(start + settings.batchSize(), order.length);
        Batch examples = data.train()
                .batch(Arrays.copyOfRange(order, start, end), Seeds.pass(settings.seed(), iteration / batchesPerEpoch));
        learner.step(examples, iteration, iteration / batchesPerEpoch);
        iteration++;
        DeferredDeallocation.quiescent();
    }

    /** Seconds of a pass over the validation part, after one that warms up; of a large part only the beginning is scored. */
    private double validate() {
        Split scored = first(data.validation(), EXAMPLES_SCORED * learner.threads());
        learner.evaluate(scored);
        // The last round has fewer examples, for which there are arrays of their own.
        learner.evaluate(last(data.validation()));
        long start = System.nanoTime();
        learner.evaluate(scored);
        return (System.nanoTime() - start) / 1e9 * data.validation().size() / scored.size();
    }

    private double save() throws RunException {
        Checkpoints checkpoints = new Checkpoints(folder, note -> {});
        String configuration = learner.network().getConfiguration().toJson();
        TrainingState state = TrainingState.start(settings.epochs());
        checkpoints.writeBest(new Checkpoint(state, learner.network().weights()), configuration);
        long start = System.nanoTime();
        checkpoints.write(new Checkpoint(state, learner.network().weights()), configuration);
        return (System.nanoTime() - start) / 1e9;
    }

    private Dataset withTest(Split test) {
        return new Dataset(
                data.descriptor(),
                data.spec(),
                data.presentation(),
                data.targetNames(),
                data.targetScales(),
                data.train(),
                data.validation(),
                test,
                data.pipeline(),
                data.provenance());
    }

    private static Split first(Split split, int most) {
        return part(split, 0, Math.min(most, split.size()));
    }

    private static Split last(Split split) {
        int rest = split.size() % 128;
        return part(split, split.size() - rest, rest);
    }

    private static Split part(Split split, int from, int size) {
        return new Split() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Batch batch(int[] indices) {
                return split.batch(
                        Arrays.stream(indices).map(index -> from + index).toArray());
            }
        };
    }

    private void tell(String phase, double share) throws RunException {
        long now = System.nanoTime();
        if (now - told >= TELL_NANOS) {
            told = now;
            stillWanted = wanted.getAsBoolean();
            events.write(new RunEvent.CalibrationAdvanced(phase, share));
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    @Override
    public void close() {
        learner.close();
    }
}

package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;

/**
 * Splits batches over threads. Each thread has a replica of the network that shares its parameters; the gradient of the batch
 * is the mean of those of its parts, added up in the same order each time, so that runs with as many threads repeat bit by bit.
 * Small networks gain far more than from threads within their operations.
 */
public final class DataParallel implements AutoCloseable {
    /** Odd and large, so that neighbouring seeds of parts stay apart (the golden ratio in 64 bits). */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final List<Network> replicas = new ArrayList<>();
    private final @Nullable ExecutorService helpers;

    /**
     * A network and its replicas.
     *
     * @param threads at most; one if the examples of a batch depend on each other
     */
    public DataParallel(Network network, int threads) {
        replicas.add(network);
        if (!network.couplesExamples()) {
            for (int i = 1; i < threads; i++) {
                replicas.add(network.replica());
            }
        }
        helpers = replicas.size() == 1
                ? null
                : Executors.newFixedThreadPool(replicas.size() - 1, task -> {
                    Thread thread = new Thread(task, "compute");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Parts of a batch that are computed at the same time. */
    public int threads() {
        return replicas.size();
    }

    /** Has the vertices of all replicas timed, until the timer is closed. */
    public PassTimer timer() {
        return new PassTimer(replicas);
    }

    /**
     * Computes the loss of a batch and, in the network that was given, the gradients of its mean at all parameters.
     *
     * @param seed of the random numbers of this batch
     * @return the loss without regularisation
     */
    public Score differentiate(Batch batch, long seed) {
        List<Batch> parts = parts(batch);
        Score[] scores = new Score[parts.size()];
        run(parts.size(), i -> {
            Nd4j.getRandom().setSeed(seed + i * SEED_STEP);
            scores[i] = replicas.get(i).differentiate(parts.get(i));
        });
        Objective objective = first().objective();
        // A batch may hold no target at all.
        double whole = Math.max(objective.weight(batch), Double.MIN_NORMAL);
        Score sum = scores[0];
        INDArray gradient = first().getFlattenedGradients();
        if (parts.size() > 1) {
            gradient.muli(objective.weight(parts.get(0)) / whole);
        }
        for (int i = 1; i < scores.length; i++) {
            sum = sum.plus(scores[i]);
            double share = objective.weight(parts.get(i)) / whole;
            Nd4j.exec(new Axpy(replicas.get(i).getFlattenedGradients(), gradient, gradient, share));
        }
        return sum;
    }

    /** Repeats {@link #differentiate} part by part and looks at everything on the way. */
    public List<PassTrace> trace(Batch batch, long seed) {
        List<PassTrace> traces = new ArrayList<>();
        List<Batch> parts = parts(batch);
        for (int i = 0; i < parts.size(); i++) {
            Nd4j.getRandom().setSeed(seed + i * SEED_STEP);
            traces.add(replicas.get(i).trace(parts.get(i)));
        }
        return traces;
    }

    private Network first() {
        return replicas.get(0);
    }

    /** As {@link Network#inputGradients}, without taps. */
    public InputGradients inputGradients(Tensor inputs, @Nullable Tensor mask, double[] slope) {
        int count = Math.min(replicas.size(), inputs.rows());
        if (count <= 1) {
            return first().inputGradients(inputs, mask, slope, List.of());
        }
        InputGradients[] parts = new InputGradients[count];
        run(count, i -> {
            int[] rows = part(i, count, inputs.rows());
            parts[i] = replicas.get(i)
                    .inputGradients(inputs.rows(rows), mask == null ? null : mask.rows(rows), slope, List.of());
        });
        double[] outputs = Arrays.stream(parts)
                .flatMapToDouble(part -> Arrays.stream(part.outputs()))
                .toArray();
        Tensor gradient = Tensor.zeros(inputs.shape());
        int start = 0;
        for (InputGradients part : parts) {
            System.arraycopy(
                    part.gradient().values(),
                    0,
                    gradient.values(),
                    start,
                    part.gradient().size());
            start += part.gradient().size();
        }
        return new InputGradients(outputs, gradient, List.of());
    }

    /** Takes the gradient of one example's loss at all parameters that are trained. */
    @FunctionalInterface
    public interface GradientTaker {
        /**
         * Takes it.
         *
         * @param example its place in the batch
         * @param gradient to be read until this returns
         */
        void take(int example, float[] gradient);
    }

    /**
     * Differentiates the loss of each example of a batch by itself, as the network is used. One gradient for each thread is held at a
     * time.
     *
     * @param taker called on the threads of this, at the same time, in no order
     */
    public void lossGradients(Batch batch, GradientTaker taker) {
        int count = Math.min(replicas.size(), batch.size());
        run(count, i -> {
            Network network = replicas.get(i);
            float[] gradient = new float[Math.toIntExact(network.trainedParameters())];
            for (int row : part(i, count, batch.size())) {
                network.differentiateInUse(batch.rows(row));
                network.gradients().copyTo(gradient);
                taker.take(row, gradient);
            }
        });
    }

    private static int[] part(int index, int count, int examples) {
        return IntStream.range(examples * index / count, examples * (index + 1) / count)
                .toArray();
    }

    private List<Batch> parts(Batch batch) {
        int count = Math.min(replicas.size(), batch.size());
        if (count == 1) {
            return List.of(batch);
        }
        List<Batch> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] rows = part(i, count, batch.size());
            parts.add(batch.rows(rows));
        }
        return parts;
    }

    /** Scores all examples of a split without training. */
    public Batches.Evaluated evaluate(Split split) {
        return evaluate(split, null);
    }

    /**
     * Scores all examples of a split without training.
     *
     * @param taker sees the outputs of all batches, in their order; null for nobody
     */
    public Batches.Evaluated evaluate(Split split, @Nullable OutputTaker taker) {
        Objective objective = first().objective();
        Optional<WholeMetric> whole = objective.wholeMetric();
        List<Batch> round = new ArrayList<>();
        Score[] total = {Score.NONE};
        Batches.forEach(split, batch -> {
            round.add(batch);
            if (round.size() == replicas.size()) {
                total[0] = total[0].plus(evaluate(round, whole, taker));
                round.clear();
            }
        });
        Score sum = total[0].plus(evaluate(round, whole, taker));
        return new Batches.Evaluated(sum, whole.map(WholeMetric::value).orElseGet(() -> objective.metric(sum)));
    }

    private Score evaluate(List<Batch> round, Optional<WholeMetric> whole, @Nullable OutputTaker taker) {
        Score[] scores = new Score[round.size()];
        double[][] outputs = new double[round.size()][];
        run(scores.length, i -> {
            outputs[i] = replicas.get(i).outputs(round.get(i));
            scores[i] = replicas.get(i).score(outputs[i], round.get(i));
        });
        Score sum = Score.NONE;
        for (int i = 0; i < scores.length; i++) {
            sum = sum.plus(scores[i]);
            double[] found = outputs[i];
            Batch batch = round.get(i);
            whole.ifPresent(metric -> metric.take(found, batch));
            if (taker != null) {
                taker.take(found, batch);
            }
        }
        return sum;
    }

    /** What the replica with this number does. */
    @FunctionalInterface
    private interface Share {
        void run(int index);
    }

    /** Runs the first share on the calling thread, the others beside it, and waits for all. */
    private void run(int count, Share share) {
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int index = i;
            Callable<Boolean> task = () -> {
                share.run(index);
                return true;
            };
            others.add(java.util.Objects.requireNonNull(helpers).submit(task));
        }
        try {
            if (count > 0) {
                share.run(0);
            }
        } finally {
            others.forEach(DataParallel::await);
        }
    }

    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                } else if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }
}

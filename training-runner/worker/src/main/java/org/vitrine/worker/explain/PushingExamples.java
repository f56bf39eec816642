package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.neighbours.HeadGradients;
import org.vitrine.attribution.neighbours.Influence;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.attribution.neighbours.Ranking;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.SavedWeights;

/**
 * Finds training examples whose loss gradients point where a decision's does. Dot products are summed over the states of training that
 * the run kept, each times the learning rate there; cosines are of the last state alone.
 */
final class PushingExamples {
    /** Examples for each thread between two looks at whether anybody still waits. */
    private static final int CHUNK = 16;

    /** Reads the states of training that a run kept. */
    @FunctionalInterface
    interface States {
        List<SavedWeights.Kept> read() throws IOException;
    }

    private final AnswerFiles files;
    private final Dataset data;
    private final ModelFacts facts;
    private final Network network;
    private final Network copy;
    private final DataParallel compute;
    private final States states;
    private @Nullable List<SavedWeights.Kept> read;
    private final HeadPasses heads;

    /** @param copy of the network, whose parameters are changed to those of other states */
    PushingExamples(
            AnswerFiles files,
            Dataset data,
            ModelFacts facts,
            Network network,
            Network copy,
            int threads,
            States states) {
        this.files = files;
        this.data = data;
        this.facts = facts;
        this.network = network;
        this.copy = copy;
        this.compute = new DataParallel(copy, threads);
        this.states = states;
        this.heads = new HeadPasses(copy);
    }

    /** A state of training, and by how much its dot products count. */
    private record Counted(int iteration, double rate, INDArray parameters) {}

    /** Influences of all examples of a sample in the state that the copy has. */
    @FunctionalInterface
    private interface InState {
        double[] find(int iteration, Progress progress);
    }

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if the model can not be asked so, in words
     */
    SessionEvent.InfluenceFound find(WorkerCommand.FindInfluence question, Progress progress) throws IOException {
        long began = System.nanoTime();
        NeighbourQuestion kind = NeighbourQuestion.byId(question.parameters())
                .filter(asked -> asked != NeighbourQuestion.NEAREST)
                .orElseThrow(() -> new IllegalArgumentException("There are no parameters \"" + question.parameters()
                        + "\": there are last-layer and all-parameters"));
        Influence measure = Influence.byId(question.measure())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no influence \"" + question.measure() + "\": there are dot and cosine"));
        kind.refusal(facts).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        Decision decision = Decision.of(data, network, question.part(), question.example(), question.input());
        Batch decided = decision.decided(question.target(), data.spec().target().size());
        TrainingSample sample = TrainingSample.of(data.train(), question.examples());
        List<Counted> counted = counted(measure);
        double[] influences = sum(
                counted,
                sample.size(),
                progress,
                kind == NeighbourQuestion.LAST_LAYER
                        ? (iteration, told) -> atHead(measure, iteration, decided, sample, told)
                        : (iteration, told) -> atAll(measure, decided, sample, told));
        Path file = files.next("influence.npy");
        sample.write(file, influences);
        return new SessionEvent.InfluenceFound(
                question.request(),
                sample.size(),
                decision.predicted() < 0 ? -1 : (int) decided.targets().values()[0],
                measure == Influence.DOT ? counted.size() : 0,
                network.evaluate(decided).meanLoss(),
                sample.ranked(
                        Ranking.proponents(influences, question.count(), sample.but(decision.self())), influences),
                sample.ranked(Ranking.opponents(influences, question.count(), sample.but(decision.self())), influences),
                files.relative(file),
                (System.nanoTime() - began) / 1e9);
    }

    /** The last state for cosines; for dot products all of them, or the last alone where a run has no others. */
    private List<Counted> counted(Influence measure) throws IOException {
        if (measure == Influence.COSINE) {
            return List.of(new Counted(-1, 1, network.params()));
        }
        List<SavedWeights.Kept> all = read;
        if (all == null) {
            all = states.read();
            read = all;
        }
        // Schedules may end at zero: rates that are zero altogether say nothing about which state counts.
        boolean some = all.stream().anyMatch(state -> state.learningRate() > 0);
        return all.stream()
                .map(state -> new Counted(state.iteration(), some ? state.learningRate() : 1, state.parameters()))
                .toList();
    }

    private double[] sum(List<Counted> counted, int size, Progress progress, InState inState) {
        double[] sum = new double[size];
        for (int c = 0; c < counted.size(); c++) {
            int done = c;
            Counted state = counted.get(c);
            copy.params().assign(state.parameters());
            double[] found = inState.find(state.iteration(), share -> progress.at((done + share) / counted.size()));
            for (int i = 0; i < size; i++) {
                sum[i] += state.rate() * found[i];
            }
        }
        return sum;
    }

    private double[] atHead(Influence measure, int iteration, Batch decided, TrainingSample sample, Progress progress) {
        HeadGradients training = heads.of(iteration, sample, progress);
        return training.influences(measure, heads.of(decided));
    }

    private double[] atAll(Influence measure, Batch decided, TrainingSample sample, Progress progress) {
        copy.differentiateInUse(decided);
        float[] whole = new float[Math.toIntExact(copy.trainedParameters())];
        copy.gradients().copyTo(whole);
        double[] found = new double[sample.size()];
        int step = CHUNK * compute.threads();
        for (int start = 0; start < found.length; start += step) {
            int first = start;
            int[] indices = Arrays.copyOfRange(sample.indices(), start, Math.min(found.length, start + step));
            compute.lossGradients(
                    sample.part().batch(indices),
                    (example, gradient) -> found[first + example] = measure.of(gradient, whole));
            progress.at((double) (start + indices.length) / found.length);
        }
        return found;
    }
}

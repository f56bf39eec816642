package org.vitrine.worker.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.network.Network;

/**
 * Writes the sequences that belong to others, with a network whose input is [source | target, moved by one step]: greedily,
 * each token fed back as the next input. Of the true target it sees nothing.
 */
public final class Translator {

    /**
     * A sequence.
     *
     * @param tokens without the end token
     * @param probability that the model gives to all of it, its end included
     */
    public record Written(int[] tokens, double probability) {}

    private final Network network;
    private final Vocabulary vocabulary;
    private final int source;
    private final int target;

    /** Over a network for data that {@link #fits}. */
    public Translator(Network network, DataSpec spec, Vocabulary vocabulary) {
        this.network = network;
        this.vocabulary = vocabulary;
        this.source = (int) spec.sourceSteps();
        this.target = spec.target().length();
    }

    /** Whether such data are from sequence to sequence, with one vocabulary for both. */
    public static boolean fits(DataSpec spec) {
        return spec.targetsTokens() && spec.sourceSteps() > 0;
    }

    /** Tokens that a source can have. */
    public int longestSource() {
        return source;
    }

    /** Translates one sequence of at most {@link #longestSource()} tokens. */
    public Written translate(List<Integer> tokens) {
        float[] ids = new float[source];
        float[] mask = new float[source];
        for (int step = 0; step < tokens.size(); step++) {
            ids[step] = tokens.get(step);
            mask[step] = 1;
        }
        return translate(Tensor.of(ids, 1, source), Tensor.of(mask, 1, source)).get(0);
    }

    /**
     * A sequence with what the network writes of it, as it reads both: [source | target, moved by one step].
     *
     * @param tokens at most {@link #longestSource()}
     */
    Example asRead(List<String> tokens) {
        List<Integer> known = tokens.stream().map(vocabulary::id).toList();
        int[] written = translate(known).tokens();
        float[] ids = new float[source + target];
        float[] mask = new float[source + target];
        List<String> words = new ArrayList<>(tokens);
        for (int step = 0; step < known.size(); step++) {
            ids[step] = known.get(step);
            mask[step] = 1;
        }
        for (int step = 0; step < Math.min(target, written.length + 1); step++) {
            int token = step == 0 ? vocabulary.id(Vocabulary.START) : written[step - 1];
            ids[source + step] = token;
            mask[source + step] = 1;
            words.add(vocabulary.token(token));
        }
        return Example.of(new Value.Numbers(Tensor.of(ids, ids.length), Tensor.of(mask, mask.length), words));
    }

    /**
     * Translates the sources of some examples.
     *
     * @param sources [n, at least the source's steps]; more is not looked at
     * @param masks likewise
     */
    public List<Written> translate(Tensor sources, Tensor masks) {
        int n = sources.rows();
        Tensor inputs = firstSteps(sources);
        Tensor real = firstSteps(masks);
        int start = vocabulary.id(Vocabulary.START);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new Row(i * (source + target) + source));
            rows.get(i).feed(inputs, real, 0, start);
        }
        for (int step = 0; step < target && rows.stream().anyMatch(row -> !row.ended); step++) {
            double[] outputs = network.outputs(inputs, real);
            for (int i = 0; i < n; i++) {
                rows.get(i).take(outputs, i * vocabulary.size() * target + step, step, inputs, real);
            }
        }
        return rows.stream().map(Row::written).toList();
    }

    /** The source's steps of all rows, and nothing behind them. */
    private Tensor firstSteps(Tensor all) {
        int width = all.size() / all.rows();
        int length = source + target;
        float[] values = new float[all.rows() * length];
        for (int i = 0; i < all.rows(); i++) {
            System.arraycopy(all.values(), i * width, values, i * length, source);
        }
        return Tensor.of(values, all.rows(), length);
    }

    /** One sequence on its way. */
    private final class Row {
        private final int place;
        private final List<Integer> tokens = new ArrayList<>();
        private double logProbability;
        private boolean ended;

        Row(int place) {
            this.place = place;
        }

        void feed(Tensor inputs, Tensor real, int step, int token) {
            inputs.values()[place + step] = token;
            real.values()[place + step] = 1;
        }

        void take(double[] outputs, int first, int step, Tensor inputs, Tensor real) {
            if (ended) {
                return;
            }
            double[] scores = new double[vocabulary.size()];
            Arrays.setAll(scores, k -> outputs[first + k * target]);
            // Padding is no target: a network may score it as it likes.
            scores[Vocabulary.PADDING] = Double.NEGATIVE_INFINITY;
            double most = Arrays.stream(scores).max().orElse(0);
            double sum =
                    Arrays.stream(scores).map(score -> Math.exp(score - most)).sum();
            logProbability -= Math.log(sum);
            int token = best(scores);
            ended = vocabulary.token(token).equals(Vocabulary.END);
            if (!ended) {
                tokens.add(token);
            }
            if (!ended && step + 1 < target) {
                feed(inputs, real, step + 1, token);
            }
        }

        private static int best(double[] scores) {
            int best = 0;
            for (int k = 1; k < scores.length; k++) {
                best = scores[k] > scores[best] ? k : best;
            }
            return best;
        }

        Written written() {
            return new Written(tokens.stream().mapToInt(Integer::intValue).toArray(), Math.exp(logProbability));
        }
    }
}

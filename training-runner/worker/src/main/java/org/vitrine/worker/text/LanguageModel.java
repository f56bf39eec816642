package org.vitrine.worker.text;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.network.Network;

/**
 * A network that was trained to tell the next token at each step. It sees the last tokens, as many as it was trained on, from
 * the beginning each time: so it does what it did in training, whatever layers it has.
 */
public final class LanguageModel implements NextToken {
    private final Network network;
    private final int vocabulary;
    private final int length;

    /** A model over a network for which {@link #fits}. */
    public LanguageModel(Network network, DataSpec spec) {
        this.network = network;
        this.vocabulary = spec.target().size();
        this.length = spec.target().length();
    }

    /** Whether such data train a language model: at each step the target is a token. */
    public static boolean fits(DataSpec spec) {
        return spec.targetsTokens() && spec.sourceSteps() == 0;
    }

    @Override
    public double[] scores(List<Integer> tokens) {
        int seen = Math.min(length, tokens.size());
        float[] ids = new float[length];
        float[] mask = new float[length];
        for (int step = 0; step < seen; step++) {
            ids[step] = tokens.get(tokens.size() - seen + step);
            mask[step] = 1;
        }
        double[] outputs = network.outputs(Tensor.of(ids, 1, length), Tensor.of(mask, 1, length));
        double[] scores = new double[vocabulary];
        for (int k = 0; k < vocabulary; k++) {
            scores[k] = outputs[k * length + seen - 1];
        }
        return scores;
    }
}

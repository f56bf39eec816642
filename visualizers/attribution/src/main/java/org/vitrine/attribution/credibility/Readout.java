package org.vitrine.attribution.credibility;

/** What of a model's scores a person would watch while parts of the input are taken away. */
public enum Readout {
    /** The probability of a class among several: softmax of the scores. */
    PROBABILITY {
        @Override
        double of(float[] scores, int from, int targets, int target) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < targets; k++) {
                most = Math.max(most, scores[from + k]);
            }
            double sum = 0;
            for (int k = 0; k < targets; k++) {
                sum += Math.exp(scores[from + k] - most);
            }
            return Math.exp(scores[from + target] - most) / sum;
        }
    },
    /** The probability of one of two classes whose scores are each other's negative: the logistic function of its score. */
    BINARY_PROBABILITY {
        @Override
        double of(float[] scores, int from, int targets, int target) {
            return 1 / (1 + Math.exp(-scores[from + target]));
        }
    },
    /** The score itself, which for value targets is the value. */
    SCORE {
        @Override
        double of(float[] scores, int from, int targets, int target) {
            return scores[from + target];
        }
    };

    /** Reads one example's {@code targets} scores, which begin at {@code from}. */
    abstract double of(float[] scores, int from, int targets, int target);
}

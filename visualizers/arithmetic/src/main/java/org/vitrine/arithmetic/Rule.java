package org.vitrine.arithmetic;

import org.vitrine.graph.layer.Activation;

/** How the values of the terms make one number. */
public sealed interface Rule {

    /** The number that {@code terms} make. */
    double of(double... terms);

    /** The value of the only term, which was passed on. */
    record Passed() implements Rule {
        @Override
        public double of(double... terms) {
            return terms[0];
        }
    }

    /** The sum of all terms. */
    record Sum() implements Rule {
        @Override
        public double of(double... terms) {
            double sum = 0;
            for (double term : terms) {
                sum += term;
            }
            return sum;
        }
    }

    /** The mean of all terms; 0 of none. */
    record Mean() implements Rule {
        @Override
        public double of(double... terms) {
            return terms.length == 0 ? 0 : new Sum().of(terms) / terms.length;
        }
    }

    /** The greatest term, the first of equal ones; 0 of none. */
    record Greatest() implements Rule {
        @Override
        public double of(double... terms) {
            return terms.length == 0 ? 0 : terms[winner(terms)];
        }

        /** The index of the term that was taken. */
        public int winner(double... terms) {
            int best = 0;
            for (int i = 1; i < terms.length; i++) {
                best = terms[i] > terms[best] ? i : best;
            }
            return best;
        }
    }

    /** The mean squared distance from {@code center}; 0 of no terms. */
    record Spread(double center) implements Rule {
        @Override
        public double of(double... terms) {
            double sum = 0;
            for (double term : terms) {
                sum += (term - center) * (term - center);
            }
            return terms.length == 0 ? 0 : sum / terms.length;
        }
    }

    /** An activation function other than softmax of the only term. */
    record Function(Activation activation) implements Rule {
        @Override
        public double of(double... terms) {
            return Functions.of(activation, terms[0]);
        }
    }

    /** The share that the exponential of one term has in the sum of the exponentials of all. */
    record Softmax(int chosen) implements Rule {
        @Override
        public double of(double... terms) {
            return Functions.softmax(terms)[chosen];
        }
    }

    /** (x - mean) / sqrt(variance + epsilon) of the terms x, mean and variance. */
    record Normalised(double epsilon) implements Rule {
        @Override
        public double of(double... terms) {
            return (terms[0] - terms[1]) / Math.sqrt(terms[2] + epsilon);
        }
    }

    /** x / sqrt(mean square + epsilon) of the terms x and mean square. */
    record Scaled(double epsilon) implements Rule {
        @Override
        public double of(double... terms) {
            return terms[0] / Math.sqrt(terms[1] + epsilon);
        }
    }

    /** Zero, since the step is padding. */
    record Masked() implements Rule {
        @Override
        public double of(double... terms) {
            return 0;
        }
    }
}

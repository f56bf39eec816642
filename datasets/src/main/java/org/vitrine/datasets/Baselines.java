package org.vitrine.datasets;

/**
 * What two simple models score on the test part of a data set with its initial options and steps: how hard it is, and what a
 * network has to beat. Measured by {@code BaselineScoresTest}.
 *
 * @param linear of a linear model: softmax or least squares on all values, or on the counts of the tokens
 * @param smallNetwork of one hidden layer of 64 rectified units
 * @param example the file in {@code examples/} to start from, such as {@code lenet-mnist.vitrine}; empty if there is none
 */
public record Baselines(double linear, double smallNetwork, Unit unit, String example) {

    /** What the scores are. */
    public enum Unit {
        /** Share of right classes. */
        ACCURACY(true),
        /** Share of rows of labels without a mistake. */
        EXACT(true),
        /** Share of wrong, missing and surplus labels. */
        LABEL_ERROR(false),
        /** Share of the variance that is explained. */
        R2(true),
        /** Root mean square error in the units of the target. */
        RMSE(false),
        /** Mean average precision of boxes that overlap the true ones by half. */
        MAP(true),
        /** Chance that two pictures of one are nearer than two of different ones. */
        AUC(true);

        private final boolean higherIsBetter;

        Unit(boolean higherIsBetter) {
            this.higherIsBetter = higherIsBetter;
        }

        public boolean higherIsBetter() {
            return higherIsBetter;
        }
    }
}

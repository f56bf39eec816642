package org.vitrine.attribution.maximisation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The indicators of a table's categories. No row lies between two categories, so there is no way up in small steps: now and then each
 * category in turn becomes the one that excites the unit most, the rest of the row as it is.
 *
 * @param groups columns that are the indicators of one category
 * @param zero for each column the value that stands for "no"
 * @param one for each column the value that stands for "yes"
 */
record Categories(List<int[]> groups, double[] zero, double[] one) {
    Categories {
        groups = List.copyOf(groups);
    }

    /** Takes away the slopes at indicators. */
    void hold(double[] gradient) {
        for (int[] group : groups) {
            for (int column : group) {
                gradient[column] = 0;
            }
        }
    }

    /** Says "yes" to one indicator of each category. */
    void choose(double[] values, ToDoubleFunction<double[]> activation) {
        for (int[] group : groups) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < group.length; i++) {
                say(group, i, values);
                double found = activation.applyAsDouble(values);
                if (found > most) {
                    most = found;
                    best = i;
                }
            }
            say(group, best, values);
        }
    }

    private void say(int[] group, int yes, double[] values) {
        for (int i = 0; i < group.length; i++) {
            values[group[i]] = i == yes ? one[group[i]] : zero[group[i]];
        }
    }
}

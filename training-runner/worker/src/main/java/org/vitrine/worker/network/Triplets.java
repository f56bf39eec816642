package org.vitrine.worker.network;

import java.util.stream.IntStream;

/** Triplets of n examples: anchor, friend, stranger. */
final class Triplets {
    private final int n;
    private final IntStream.Builder building = IntStream.builder();
    private int[] members = {};

    Triplets(int n) {
        this.n = n;
    }

    /** Adds one unless the anchor has no friend or no stranger. */
    void add(int anchor, int friend, int stranger) {
        if (friend >= 0 && stranger >= 0) {
            building.add(anchor).add(friend).add(stranger);
        }
    }

    /** Takes a slope of the loss at one squared distance. */
    interface Slopes {
        void accept(int one, int other, double slope);
    }

    /** Mean loss; ends the adding. */
    double loss(double[] distances, double margin) {
        members = building.build().toArray();
        double sum = 0;
        for (int i = 0; i < members.length; i += 3) {
            sum += Math.max(0, violation(distances, margin, i));
        }
        return members.length == 0 ? 0 : sum / count();
    }

    private int count() {
        return members.length / 3;
    }

    private double violation(double[] distances, double margin, int i) {
        int anchor = members[i] * n;
        return distances[anchor + members[i + 1]] - distances[anchor + members[i + 2]] + margin;
    }

    /** Hands out the slopes of the mean loss at the distances. */
    void differentiate(double[] distances, double margin, Slopes slopes) {
        for (int i = 0; i < members.length; i += 3) {
            if (violation(distances, margin, i) > 0) {
                slopes.accept(members[i], members[i + 1], 1.0 / count());
                slopes.accept(members[i], members[i + 2], -1.0 / count());
            }
        }
    }
}

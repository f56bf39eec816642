package org.vitrine.datasets.random;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Parts made of whole groups: see {@link Partition#byGroup}. */
final class GroupPartition {
    private static final int PARTS = 3;

    private final int[] groups;
    private final int[][] members;
    private final int[] label;
    private final double[][] wanted;

    GroupPartition(int[] groups, int[] labels, int classes, double validation, double test) {
        this.groups = groups;
        int count = IntStream.of(groups).max().orElse(-1) + 1;
        int[][] ofClass = new int[count][classes];
        int[] total = new int[classes];
        for (int i = 0; i < groups.length; i++) {
            ofClass[groups[i]][labels[i]]++;
            total[labels[i]]++;
        }
        members = ofClass;
        label = IntStream.range(0, count)
                .map(g -> IntStream.range(0, classes)
                        .reduce((a, b) -> ofClass[g][b] > ofClass[g][a] ? b : a)
                        .orElse(0))
                .toArray();
        wanted = new double[PARTS][classes];
        for (int c = 0; c < classes; c++) {
            wanted[0][c] = total[c] * (1 - validation - test);
            wanted[1][c] = total[c] * validation;
            wanted[2][c] = total[c] * test;
        }
    }

    Partition draw(long seed) {
        int[] shuffled = new Draw(seed).permutation(members.length);
        int[] order = IntStream.of(shuffled)
                .boxed()
                .sorted(Comparator.comparingInt(g -> -IntStream.of(members[g]).sum()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] part = new int[members.length];
        double[][] filled = new double[PARTS][wanted[0].length];
        for (int group : order) {
            part[group] = emptiest(filled, label[group]);
            for (int c = 0; c < filled[0].length; c++) {
                filled[part[group]][c] += members[group][c];
            }
        }
        return new Partition(of(part, 0), of(part, 1), of(part, 2));
    }

    /** The part whose share of this class is filled least; of equal ones the largest. */
    private int emptiest(double[][] filled, int c) {
        int best = 0;
        for (int p : new int[] {2, 1}) {
            if (wanted[p][c] == 0) {
                continue;
            }
            // Compared crosswise, without dividing: a part that nothing is left for counts as full.
            double mine = filled[p][c] * wanted[best][c];
            double its = filled[best][c] * wanted[p][c];
            if (mine < its || (mine == its && wanted[p][c] > wanted[best][c])) {
                best = p;
            }
        }
        return best;
    }

    private int[] of(int[] part, int wantedPart) {
        return IntStream.range(0, groups.length)
                .filter(i -> part[groups[i]] == wantedPart)
                .toArray();
    }
}

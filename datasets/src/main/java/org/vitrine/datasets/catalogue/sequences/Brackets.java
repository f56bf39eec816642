package org.vitrine.datasets.catalogue.sequences;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.vitrine.datasets.random.Draw;

/** Writes rows of brackets of three kinds, matched or not; broken ones have as many of each, and no neighbours that clash. */
final class Brackets {
    static final List<String> OPEN = List.of("(", "[", "{");
    static final List<String> CLOSE = List.of(")", "]", "}");
    private static final int LEAST_PAIRS = 4;

    private Brackets() {}

    /** @param most brackets of the longest row, at least 8 */
    static List<String> row(boolean matched, int most, Draw draw) {
        int pairs = LEAST_PAIRS + draw.below(most / 2 - LEAST_PAIRS + 1);
        List<String> row = matched(pairs, draw);
        while (!matched && (isMatched(row) || clashes(row))) {
            row = matched(pairs, draw);
            // The ends stay as they are: an error there could be seen without looking further.
            Collections.swap(row, inside(row.size(), draw), inside(row.size(), draw));
        }
        return row;
    }

    /** Whether two neighbours alone show that a row is broken. */
    private static boolean clashes(List<String> row) {
        for (int i = 1; i < row.size(); i++) {
            int open = OPEN.indexOf(row.get(i - 1));
            int close = CLOSE.indexOf(row.get(i));
            if (open >= 0 && close >= 0 && open != close) {
                return true;
            }
        }
        return false;
    }

    private static int inside(int size, Draw draw) {
        return 1 + draw.below(size - 2);
    }

    private static List<String> matched(int pairs, Draw draw) {
        List<String> row = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int left = pairs;
        while (left > 0 || !open.isEmpty()) {
            if (open.isEmpty() || (left > 0 && draw.below(2) == 0)) {
                int kind = draw.below(OPEN.size());
                open.push(kind);
                row.add(OPEN.get(kind));
                left--;
            } else {
                row.add(CLOSE.get(open.pop()));
            }
        }
        return row;
    }

    /** Whether each bracket is closed by one of its kind, the last opened first. */
    static boolean isMatched(List<String> row) {
        Deque<Integer> open = new ArrayDeque<>();
        for (String bracket : row) {
            int kind = OPEN.indexOf(bracket);
            if (kind >= 0) {
                open.push(kind);
            } else if (open.isEmpty() || open.pop() != CLOSE.indexOf(bracket)) {
                return false;
            }
        }
        return open.isEmpty();
    }
}

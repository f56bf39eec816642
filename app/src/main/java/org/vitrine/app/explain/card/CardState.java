package org.vitrine.app.explain.card;

import java.util.List;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;

/** How far the judging of one map is. */
public sealed interface CardState {

    /** No map is chosen. */
    record Nothing() implements CardState {}

    /** The map can be judged, once somebody asks. */
    record Ready() implements CardState {}

    /** The lines that are there so far. */
    record Judging(List<Line> lines) implements CardState {
        public Judging {
            lines = List.copyOf(lines);
        }
    }

    /** All lines, and the verdict on the whole. */
    record Done(List<Line> lines, Verdict whole) implements CardState {
        public Done {
            lines = List.copyOf(lines);
        }
    }

    /** The map could not be judged; the text says why. */
    record Failed(String message) implements CardState {}
}

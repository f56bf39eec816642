package org.vitrine.graph.analysis;

import java.util.List;

/**
 * Something that keeps the graph from training, is likely a mistake, or could be done better.
 *
 * @param kind what kind of problem, such as {@code head.needs-flat}; the same in all languages and versions
 * @param what what is wrong, in one sentence
 * @param numbers the numbers behind it; may be empty
 * @param cure how to fix it, in words
 * @param why why it is so: a paragraph to learn from
 * @param fixes edits that were verified to make this problem go away, best first
 */
public record Problem(
        String kind,
        Severity severity,
        Where where,
        String what,
        String numbers,
        String cure,
        String why,
        List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /** Errors block training; warnings are probably mistakes; advice is a matter of style, and can be dismissed. */
    public enum Severity {
        ERROR,
        WARNING,
        ADVICE
    }
}

package org.vitrine.graph.analysis;

import java.util.List;

/**
 * Something that keeps the graph from training, or is likely a mistake.
 *
 * @param what what is wrong, in one sentence
 * @param numbers the numbers behind it; may be empty
 * @param cure how to fix it, in words
 * @param fixes edits that were verified to make this problem go away, best first
 */
public record Problem(Severity severity, Where where, String what, String numbers, String cure, List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /** Errors block training; warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }
}

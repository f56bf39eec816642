package org.vitrine.attribution.credibility;

/** What a metric, or the whole card, says of an explanation. */
public enum Verdict {
    PASS(0),
    DOUBTFUL(1),
    FAIL(2),
    /** Could not be measured, for a reason that is told; never counts as passed. */
    NOT_MEASURED(3);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** The number that stands for it in files. */
    public int code() {
        return code;
    }

    /** The worse of two verdicts that were measured. */
    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

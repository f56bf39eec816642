package org.vitrine.attribution.credibility;

/**
 * One question to an explanation. One class per metric; to add one, implement this, name it in {@link CredibilityMetrics}, and
 * write its texts. Metrics hold no state and may be used by several threads.
 */
public interface Metric {
    /** Below so many places, orders and ranks can not be told from chance: the largest possible deviation is √(n - 1). */
    int FEWEST_PLACES = 6;

    /** The name used in files. */
    String id();

    /** Whether an explanation that fails this one can not be believed, whatever the others say. */
    default boolean isDecisive() {
        return false;
    }

    /** Measures, and holds the value against the threshold. */
    Line judge(Trial trial);

    /** A verdict for values of which small ones are good. */
    static Verdict low(double value, double good, double bad) {
        return value <= good ? Verdict.PASS : value <= bad ? Verdict.DOUBTFUL : Verdict.FAIL;
    }

    /** A verdict for values of which large ones are good. */
    static Verdict high(double value, double good, double bad) {
        return value >= good ? Verdict.PASS : value >= bad ? Verdict.DOUBTFUL : Verdict.FAIL;
    }
}

package org.vitrine.app.explain.card;

import org.vitrine.runs.event.SessionEvent.JudgedMany;

/** How far the judging of many maps is. */
public sealed interface SummaryState {

    /** Not asked for. */
    record Nothing() implements SummaryState {}

    /** So much of it is done, 0 to 1. */
    record Judging(double share) implements SummaryState {}

    record Done(JudgedMany summary) implements SummaryState {}

    /** It could not be done; the text says why. */
    record Failed(String message) implements SummaryState {}
}

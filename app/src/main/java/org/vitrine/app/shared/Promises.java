package org.vitrine.app.shared;

import org.vitrine.runs.event.RunEvent.GuaranteesGiven;

/** What a run promises about its numbers, in words. */
public final class Promises {
    private Promises() {}

    /** In a few words. */
    public static String brief(GuaranteesGiven given) {
        return Texts.get(given.exactResume() ? "promises.exact" : "promises.inexact");
    }

    /** In full: what holds, under which conditions, or why not. */
    public static String full(GuaranteesGiven given) {
        return given.exactResume() && given.repeatable()
                ? Texts.format("promises.exact.full", given.threads(), given.engine())
                : Texts.format("promises.inexact.full", given.why());
    }
}

package org.vitrine.app.cli;

import java.util.function.DoubleConsumer;

/** Says each tenth of the work that is done. */
final class ShareSaid implements DoubleConsumer {
    private static final double EACH = 0.1;

    private final Console console;
    private final String key;
    private double next = EACH;

    /** @param key of the text, which has a place for the percentage */
    ShareSaid(Console console, String key) {
        this.console = console;
        this.key = key;
    }

    @Override
    public void accept(double share) {
        if (share >= next) {
            next = share + EACH;
            console.say(CliTexts.format(key, Math.round(100 * share)));
        }
    }
}

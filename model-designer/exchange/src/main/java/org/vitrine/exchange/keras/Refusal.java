package org.vitrine.exchange.keras;

/** Ends the mapping of one layer; the reason is told already. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal() {
        super("told already", null, false, false);
    }
}

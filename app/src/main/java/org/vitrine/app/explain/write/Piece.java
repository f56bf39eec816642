package org.vitrine.app.explain.write;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.runs.event.SessionEvent.TextSampled;

/**
 * One token that a model wrote.
 *
 * @param text to be put behind what there is
 * @param probability that the model gave it, before temperature and choice among the best
 */
public record Piece(String text, double probability) {
    private static final double[] BOUNDS = {0.5, 0.2, 0.05, 0.01};
    /** How many shades there are. */
    static final int SHADES = BOUNDS.length + 1;

    /** The tokens of an event; those of models of words have a space between them. */
    static List<Piece> of(TextSampled sampled) {
        String between = String.join("", sampled.tokens()).equals(sampled.text()) ? "" : " ";
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < sampled.tokens().size(); i++) {
            pieces.add(new Piece(
                    between + sampled.tokens().get(i), sampled.probabilities().get(i)));
        }
        return pieces;
    }

    /** 0 for a token that was to be expected, more for surprises. */
    int shade() {
        int shade = 0;
        while (shade < BOUNDS.length && probability < BOUNDS[shade]) {
            shade++;
        }
        return shade;
    }

    /** The least probability of a shade, in percent; 0 for the last. */
    static double lowest(int shade) {
        return shade < BOUNDS.length ? 100 * BOUNDS[shade] : 0;
    }
}

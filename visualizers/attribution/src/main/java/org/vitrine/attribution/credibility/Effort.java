package org.vitrine.attribution.credibility;

import java.util.Map;
import java.util.Set;

/**
 * How thoroughly explanations are judged.
 *
 * @param orders random orders that deletion and insertion are compared with
 * @param points on their curves, beside the first
 * @param regions that infidelity takes away
 * @param perturbations of the input for its stability
 * @param radius of the perturbations as a share of the input's range
 * @param stages of the cascading randomisation, at most
 * @param redraws of the wholly random model
 * @param seed of all that is random
 */
public record Effort(
        int orders, int points, int regions, int perturbations, double radius, int stages, int redraws, long seed) {
    /** For one example. */
    public static final Effort DEFAULT = new Effort(20, 28, 100, 10, 0.02, 5, 5, 42);
    /** For many examples: their means make up for what each is judged less exactly. */
    public static final Effort BRIEF = new Effort(12, 14, 50, 5, 0.02, 1, 2, 42);

    private static final Set<String> NAMES =
            Set.of("orders", "points", "regions", "perturbations", "radius", "stages", "redraws");

    public Effort {
        within("orders", orders, 5, 1000);
        within("points", points, 5, 1000);
        within("regions", regions, 10, 10_000);
        within("perturbations", perturbations, 1, 1000);
        within("radius", radius, 1e-6, 1);
        within("stages", stages, 1, 100);
        within("redraws", redraws, 1, 100);
    }

    /** Whether this is the name of one of the numbers here, rather than of an attribution option. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /**
     * This effort with some numbers replaced by their texts; other names are left to others.
     *
     * @throws IllegalArgumentException if a text is no number of the allowed range
     */
    public Effort with(Map<String, String> overrides) {
        return new Effort(
                count(overrides, "orders", orders),
                count(overrides, "points", points),
                count(overrides, "regions", regions),
                count(overrides, "perturbations", perturbations),
                number(overrides, "radius", radius),
                count(overrides, "stages", stages),
                count(overrides, "redraws", redraws),
                seed);
    }

    private static int count(Map<String, String> overrides, String name, int otherwise) {
        double value = number(overrides, name, otherwise);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The judging option \"" + name + "\" must be a whole number.");
        }
        return (int) value;
    }

    private static double number(Map<String, String> overrides, String name, double otherwise) {
        String text = overrides.get(name);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The judging option \"" + name + "\" must be a number, not \"" + text + "\".", e);
        }
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The judging option \"" + name + "\" must be from " + least + " to "
                    + most + ", not " + value + ".");
        }
    }
}

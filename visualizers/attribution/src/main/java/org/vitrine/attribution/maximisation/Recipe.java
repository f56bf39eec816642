package org.vitrine.attribution.maximisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/**
 * How an ascent is to be made, in texts by the names of options.
 *
 * @param values what is missing is as usual
 */
public record Recipe(UnitLayer layer, Grid grid, Map<String, String> values) {
    private static final MethodOption.Choice PLACE =
            new MethodOption.Choice("place", List.of(Place.MEAN.id(), Place.CENTRE.id(), Place.GREATEST.id()));
    private static final String NOISE = "noise";
    private static final String MEAN = "mean";
    private static final String EXAMPLE = "example";
    private static final MethodOption.Choice START = new MethodOption.Choice("start", List.of(NOISE, MEAN, EXAMPLE));
    private static final MethodOption.Whole FROM = new MethodOption.Whole(EXAMPLE, 0, Integer.MAX_VALUE, 0);
    private static final String ADAM = "adam";
    private static final MethodOption.Choice CLIMB = new MethodOption.Choice("climb", List.of(ADAM, "normalised"));
    private static final MethodOption.Whole STEPS = new MethodOption.Whole("steps", 1, 5000, 256);
    private static final MethodOption.Decimal RATE = new MethodOption.Decimal("rate", 1e-4, 10, 0.1);
    private static final MethodOption.Decimal DECAY = new MethodOption.Decimal("decay", 0, 1000, 0.05);
    private static final MethodOption.Decimal VARIATION = new MethodOption.Decimal("variation", 0, 1000, 0.1);
    private static final MethodOption.Decimal EXPONENT = new MethodOption.Decimal("exponent", 1, 4, 1.5);
    private static final MethodOption.Decimal BLUR = new MethodOption.Decimal("blur", 0, 20, 0);
    private static final MethodOption.Whole EVERY = new MethodOption.Whole("every", 1, 1000, 4);
    private static final MethodOption.Whole SEED = new MethodOption.Whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 42);
    private static final double START_NOISE = 0.2;
    /** A picture of this side moves by one place, one of twice the side by two. */
    private static final int SIDE_PER_JITTER = 14;

    /** @throws IllegalArgumentException if there is no such option, or the text is no value of it */
    public Recipe {
        values = Map.copyOf(values);
        List<MethodOption> options = options(layer, grid);
        values.forEach((name, text) -> options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no option \"" + name + "\" here. There are: "
                        + String.join(
                                ", ", options.stream().map(MethodOption::name).toList())
                        + "."))
                .check(text));
    }

    /** The options that have a meaning for such units and inputs. */
    public static List<MethodOption> options(UnitLayer layer, Grid grid) {
        List<MethodOption> options = new ArrayList<>();
        if (layer.placeCount() > 1) {
            options.add(PLACE);
        }
        options.addAll(List.of(START, FROM, CLIMB, STEPS, RATE, DECAY));
        if (grid.hasNeighbours()) {
            options.addAll(List.of(VARIATION, EXPONENT, BLUR, EVERY, jitter(grid)));
        }
        options.add(SEED);
        return options;
    }

    /** Sequences usually stay where they are: their end does not go on at their beginning. */
    private static MethodOption.Whole jitter(Grid grid) {
        int usual = grid.rows() > 1 ? Math.min(4, Math.min(grid.rows(), grid.columns()) / SIDE_PER_JITTER) : 0;
        return new MethodOption.Whole("jitter", 0, 32, usual);
    }

    /** What is read off the layer. */
    public Reading reading(int unit) {
        return new Reading(layer, unit, Place.byId(text(PLACE)));
    }

    /** How many steps there are going to be. */
    public int steps() {
        return Math.toIntExact(STEPS.read(text(STEPS)));
    }

    /**
     * The ascent.
     *
     * @param deviation of the unit's activation over examples; 0 if it never changes
     */
    public Ascent ascent(InputSpace space, double deviation) {
        // A linear unit of white inputs is as strong under a decay of 1 as an example, however many values that has.
        double perValue = 1 / Math.sqrt(grid.size());
        List<Regulariser> regularisers = new ArrayList<>();
        regularisers.add(new L2Decay(number(DECAY) * perValue));
        regularisers.add(new TotalVariation(grid, number(VARIATION) * perValue, number(EXPONENT)));
        regularisers.add(new GaussianBlur(grid, Math.toIntExact(EVERY.read(text(EVERY))), number(BLUR)));
        Supplier<Climb> climb = text(CLIMB).equals(ADAM) ? Adam::new : NormalisedGradient::new;
        return new Ascent(
                space,
                deviation > 0 ? deviation : 1,
                climb,
                steps(),
                number(RATE),
                new Jitter(grid, Math.toIntExact(jitter(grid).read(text(jitter(grid))))),
                regularisers,
                seed());
    }

    /**
     * Where the ascent begins, in deviations from the mean.
     *
     * @param example makes a training example of its index
     * @throws IllegalArgumentException if there is no such example
     */
    public double[] start(InputSpace space, IntFunction<Tensor> example) {
        return switch (text(START)) {
            case MEAN -> new double[grid.size()];
            case EXAMPLE -> space.standardised(example.apply(Math.toIntExact(FROM.read(text(FROM)))));
            default -> {
                Random random = new Random(seed());
                double[] noise = new double[grid.size()];
                for (int i = 0; i < noise.length; i++) {
                    noise[i] = START_NOISE * random.nextGaussian();
                }
                yield noise;
            }
        };
    }

    private long seed() {
        return SEED.read(text(SEED));
    }

    private double number(MethodOption.Decimal option) {
        return option.read(text(option));
    }

    private String text(MethodOption option) {
        return values.getOrDefault(option.name(), option.usual());
    }
}

package org.vitrine.attribution.maximisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.vitrine.datasets.Tensor;

/**
 * Goes up a unit's activation from a start, less penalties: activation maximisation (Erhan, Bengio, Courville, Vincent 2009:
 * Visualizing Higher-Layer Features of a Deep Network). Steps become shorter to the end, along a cosine.
 *
 * @param scale what the activation is divided by, so that penalties weigh the same for all units: its deviation over examples
 * @param climb makes a fresh rule for steps
 * @param rate of the first step, in deviations of the input
 * @param seed decides the ways of jitter
 */
public record Ascent(
        InputSpace space,
        double scale,
        Supplier<Climb> climb,
        int steps,
        double rate,
        Jitter jitter,
        List<Regulariser> regularisers,
        long seed) {
    /** So often categories are chosen anew. */
    private static final int CHOICES = 8;

    /** Hears of every step, and may stop the ascent by an exception such as CancellationException. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Called before a step.
         *
         * @param step counted from 0
         * @param activation at the input, moved as jitter has it
         * @param input makes what there is so far
         */
        void at(int step, double activation, Supplier<Tensor> input);
    }

    /**
     * What was made.
     *
     * @param course the activation before each step, and at last that of the result
     */
    public record Made(Tensor input, double[] course) {
        /** The unit's activation at the result. */
        public double activation() {
            return course[course.length - 1];
        }
    }

    public Ascent {
        regularisers = List.copyOf(regularisers);
        if (steps < 1 || !(scale > 0)) {
            throw new IllegalArgumentException(
                    "An ascent needs a step and a scale above 0, not " + steps + " and " + scale);
        }
    }

    /**
     * Goes up.
     *
     * @param start in deviations from the mean; is not changed
     */
    public Made from(double[] start, UnitFunction unit, Watcher watcher) {
        Random random = new Random(seed);
        double[] values = start.clone();
        Climb steppers = climb.get();
        List<Regulariser> all = new ArrayList<>(regularisers);
        Categories categories = space.indicators();
        all.add(space.clipping());
        all.forEach(regulariser -> regulariser.afterStep(values, steps, steps));
        double[] course = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            if (step % Math.max(1, steps / CHOICES) == 0) {
                categories.choose(values, row -> unit.at(space.raw(row)).activation());
            }
            Jitter.Shift shift = jitter.draw(random);
            UnitFunction.Rise rise = checked(unit.at(space.raw(jitter.moved(values, shift))));
            course[step] = rise.activation();
            watcher.at(step, rise.activation(), () -> space.raw(values));
            double[] gradient = jitter.moved(space.standardisedGradient(rise.gradient()), shift.inverse());
            double[] penalties = new double[gradient.length];
            for (Regulariser regulariser : all) {
                double unused = regulariser.penalty(values, penalties);
            }
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i] / scale - penalties[i];
            }
            categories.hold(gradient);
            steppers.step(values, gradient, rate * (1 + Math.cos(Math.PI * step / steps)) / 2);
            for (Regulariser regulariser : all) {
                regulariser.afterStep(values, step + 1, steps);
            }
        }
        Tensor made = space.raw(values);
        course[steps] = checked(unit.at(made)).activation();
        return new Made(made, course);
    }

    private static UnitFunction.Rise checked(UnitFunction.Rise rise) {
        if (!Double.isFinite(rise.activation())) {
            throw new IllegalArgumentException("The unit's activation is no finite number there. Take shorter steps.");
        }
        return rise;
    }
}

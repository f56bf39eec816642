package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Moves training pictures at random. */
public final class Shift extends PictureStep {
    private static final String PIXELS = "pixels";

    Shift() {
        super("shift", true);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.integer(PIXELS, 2, 1, 64));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.integer(PIXELS));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * How far it goes.
     *
     * @param pixels most, in each direction
     */
    public record Fitted(int pixels) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            return new Warp(between(draw), between(draw), 0, 1).apply(tensor);
        }

        private int between(Draw draw) {
            return draw.below(2 * pixels + 1) - pixels;
        }
    }
}

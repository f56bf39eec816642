package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Turns training pictures at random. */
public final class Rotate extends PictureStep {
    private static final String DEGREES = "degrees";

    Rotate() {
        super("rotate", true);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.number(DEGREES, 10.0, 0, 180));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.number(DEGREES));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * How far it goes.
     *
     * @param degrees most, to either side
     */
    public record Fitted(double degrees) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            return new Warp(0, 0, Math.toRadians(draw.uniform(-degrees, degrees)), 1).apply(tensor);
        }
    }
}

package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Makes what is in training pictures larger or smaller at random. */
public final class Zoom extends PictureStep {
    private static final String SHARE = "share";

    Zoom() {
        super("zoom", true);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.number(SHARE, 0.1, 0, 0.9));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.number(SHARE));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * How far it goes.
     *
     * @param share by how much at most; 0.1 for sizes from 0.9 to 1.1
     */
    public record Fitted(double share) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            return new Warp(0, 0, 0, 1 + draw.uniform(-share, share)).apply(tensor);
        }
    }
}

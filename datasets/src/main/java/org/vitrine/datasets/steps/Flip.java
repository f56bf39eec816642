package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Mirrors every second training picture, on average. */
public final class Flip extends PictureStep {
    private static final String ALONG = "along";
    private static final String HORIZONTAL = "horizontal";
    private static final String VERTICAL = "vertical";

    Flip() {
        super("flip", true);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.choice(ALONG, HORIZONTAL, List.of(HORIZONTAL, VERTICAL, "both")));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        String along = options.text(ALONG);
        return new Fitted(!along.equals(VERTICAL), !along.equals(HORIZONTAL));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The axes along which pictures are mirrored. */
    public record Fitted(boolean horizontal, boolean vertical) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            boolean across = horizontal && draw.below(2) == 1;
            boolean down = vertical && draw.below(2) == 1;
            int height = tensor.shape()[1];
            int width = tensor.shape()[2];
            float[] flipped = new float[tensor.size()];
            for (int i = 0; i < flipped.length; i++) {
                int x = i % width;
                int y = i / width % height;
                int plane = i / (width * height);
                flipped[i] = tensor.values()[
                        (plane * height + (down ? height - 1 - y : y)) * width + (across ? width - 1 - x : x)];
            }
            return new Tensor(tensor.shape(), flipped);
        }
    }
}

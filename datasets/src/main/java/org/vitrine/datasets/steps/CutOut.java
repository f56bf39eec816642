package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Covers a square of each training picture with its mean (DeVries and Taylor 2017). */
public final class CutOut extends PictureStep {
    private static final String SIDE = "side";

    CutOut() {
        super("cut-out", false);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.integer(SIDE, 8, 1, 512));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.integer(SIDE));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The square.
     *
     * @param side in pixels; its middle is anywhere in the picture
     */
    public record Fitted(int side) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            int height = tensor.shape()[1];
            int width = tensor.shape()[2];
            int left = draw.below(width) - side / 2;
            int top = draw.below(height) - side / 2;
            float[] values = tensor.values().clone();
            int pixels = height * width;
            for (int channel = 0; channel < tensor.shape()[0]; channel++) {
                double sum = 0;
                for (int i = 0; i < pixels; i++) {
                    sum += tensor.values()[channel * pixels + i];
                }
                for (int y = Math.max(0, top); y < Math.min(height, top + side); y++) {
                    for (int x = Math.max(0, left); x < Math.min(width, left + side); x++) {
                        values[channel * pixels + y * width + x] = (float) (sum / pixels);
                    }
                }
            }
            return new Tensor(tensor.shape(), values);
        }
    }
}

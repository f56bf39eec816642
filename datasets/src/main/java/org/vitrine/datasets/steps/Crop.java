package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.graph.shape.Image;

/** Keeps the middle of pictures. */
public final class Crop extends PictureStep {
    Crop() {
        super("crop", true);
    }

    @Override
    public List<DatasetOption> options() {
        return sizes(24);
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        Image image = image(before.content());
        Fitted fitted = new Fitted(options.integer(HEIGHT), options.integer(WIDTH));
        if (fitted.height > image.height() || fitted.width > image.width()) {
            throw new DatasetException(
                    "The step crop wants " + fitted.height + " x " + fitted.width + " pixels of pictures of "
                            + image.height() + " x " + image.width() + ". Keep less, or resize first.");
        }
        return fitted;
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The size that is kept. */
    public record Fitted(int height, int width) implements ValueStep {
        @Override
        public Content content(Content before) {
            return sized(before, image(before).channels(), height, width);
        }

        @Override
        public Value change(Value value, Content content) {
            Value.Numbers numbers = (Value.Numbers) value;
            int[] shape = numbers.tensor().shape();
            int top = (shape[1] - height) / 2;
            int left = (shape[2] - width) / 2;
            float[] kept = new float[shape[0] * height * width];
            for (int row = 0; row < shape[0] * height; row++) {
                int source = (row / height * shape[1] + top + row % height) * shape[2] + left;
                System.arraycopy(numbers.tensor().values(), source, kept, row * width, width);
            }
            return numbers.with(Tensor.of(kept, shape[0], height, width));
        }
    }
}

package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** Changes brightness, contrast and saturation of training pictures at random; saturation only of pictures in colour. */
public final class ColourJitter extends PictureStep {
    private static final String BRIGHTNESS = "brightness";
    private static final String CONTRAST = "contrast";
    private static final String SATURATION = "saturation";

    ColourJitter() {
        super("colour", false);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.number(BRIGHTNESS, 0.2, 0, 1),
                DatasetOption.number(CONTRAST, 0.2, 0, 1),
                DatasetOption.number(SATURATION, 0.2, 0, 1));
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.number(BRIGHTNESS), options.number(CONTRAST), options.number(SATURATION));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The largest changes: of each value, of its distance to the mean, and of its distance to grey, as shares. */
    public record Fitted(double brightness, double contrast, double saturation) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            double lighter = 1 + draw.uniform(-brightness, brightness);
            double stronger = 1 + draw.uniform(-contrast, contrast);
            double purer = 1 + draw.uniform(-saturation, saturation);
            int channels = tensor.shape()[0];
            int pixels = tensor.size() / channels;
            double mean = 0;
            for (float value : tensor.values()) {
                mean += value;
            }
            mean *= lighter / tensor.size();
            float[] values = new float[tensor.size()];
            for (int pixel = 0; pixel < pixels; pixel++) {
                double grey = 0;
                for (int channel = 0; channel < channels; channel++) {
                    double value = mean + stronger * (lighter * tensor.values()[channel * pixels + pixel] - mean);
                    values[channel * pixels + pixel] = (float) value;
                    grey += value / channels;
                }
                for (int channel = 0; channel < channels && channels > 1; channel++) {
                    int place = channel * pixels + pixel;
                    values[place] = (float) (grey + purer * (values[place] - grey));
                }
            }
            return new Tensor(tensor.shape(), values);
        }
    }
}

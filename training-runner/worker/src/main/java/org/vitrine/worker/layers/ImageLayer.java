package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A layer that slides a window over images [batch, channels, height, width]. */
public abstract class ImageLayer extends DeclaredLayer {

    @JsonProperty
    private int kernel;

    @JsonProperty
    private int stride;

    @JsonProperty
    private int dilation;

    @JsonProperty
    private boolean same;

    ImageLayer(ImageWindow window) {
        kernel = window.kernel();
        stride = window.stride();
        dilation = window.dilation();
        same = window.same();
    }

    final ImageWindow window() {
        return new ImageWindow(kernel, stride, dilation, same);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        InputTypeConvolutional image = image(inputType);
        return InputType.convolutional(
                window().windows(image.getHeight()), window().windows(image.getWidth()), getNOut());
    }

    private InputTypeConvolutional image(InputType inputType) {
        if (inputType instanceof InputTypeConvolutional image) {
            return image;
        }
        throw new IllegalStateException("Layer \"" + getLayerName() + "\" needs images, but gets " + inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        if (getNIn() <= 0 || override) {
            setNIn(image(inputType).getChannels());
        }
        if (getNOut() <= 0) {
            setNOut(getNIn());
        }
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return null;
    }

    @Override
    List<Object> settings() {
        return List.of(window());
    }
}

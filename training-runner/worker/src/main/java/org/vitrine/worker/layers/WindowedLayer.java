package org.vitrine.worker.layers;

import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A layer that slides a window over the time axis of [batch, features, time]. */
public abstract class WindowedLayer extends DeclaredLayer {

    @JsonProperty
    private int kernel;

    @JsonProperty
    private int stride;

    @JsonProperty
    private int dilation;

    @JsonProperty
    private boolean same;

    WindowedLayer(int kernel, int stride, int dilation, boolean same) {
        this.kernel = kernel;
        this.stride = stride;
        this.dilation = dilation;
        this.same = same;
    }

    final TimeWindow window() {
        return new TimeWindow(kernel, stride, dilation, same);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        if (inputType instanceof InputTypeRecurrent sequence) {
            long steps = sequence.getTimeSeriesLength();
            long windows = steps > 0 ? window().windows((int) steps) : steps;
            return InputType.recurrent(getNOut(), windows, RNNFormat.NCW);
        }
        throw wrongInput(inputType);
    }

    @Override
    List<Object> settings() {
        return List.of(window());
    }
}

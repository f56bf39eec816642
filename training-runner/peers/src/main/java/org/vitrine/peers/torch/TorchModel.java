package org.vitrine.peers.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.peers.ReferenceNet;

/** A reference network in PyTorch with softmax cross entropy and DJL's Adam at its defaults. */
public final class TorchModel implements AutoCloseable {
    private final ReferenceNet net;
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final TorchParameters parameters;
    private final UnaryOperator<NDArray> forward;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final Adam adam;

    /** A batch in PyTorch's memory. */
    public record Loaded(NDArray inputs, NDArray targets) {}

    /** @param weights by PyTorch's names and in its layouts; null for random ones */
    public TorchModel(ReferenceNet net, double learningRate, @Nullable Map<String, Tensor> weights) {
        this.net = net;
        adam = Adam.builder()
                .optLearningRateTracker(Tracker.fixed((float) learningRate))
                .build();
        parameters = new TorchParameters(manager, weights);
        forward = TorchNets.forward(net, new TorchLayers(parameters));
    }

    public Loaded load(Batch batch) {
        Tensor in = batch.inputs();
        NDArray inputs = manager.create(in.values(), new Shape(TorchParameters.longs(in.shape())));
        if (net.spec().input() instanceof Tokens) {
            inputs = inputs.toType(DataType.INT64, false);
        } else if (net.spec().input() instanceof Sequence) {
            // The same numbers, laid out as PyTorch's users have them.
            try (NDArray turned = inputs.transpose(0, 2, 1)) {
                inputs = turned.add(0);
            }
        }
        NDArray targets = manager.create(batch.targets().values()).toType(DataType.INT64, false);
        return new Loaded(inputs, targets);
    }

    /** Outputs before softmax, [n, classes], or one row for each step. */
    public Tensor outputs(Loaded batch) {
        try (NDManager step = manager.newSubManager()) {
            return tensor(forward.apply(within(step, batch.inputs())));
        }
    }

    /** One training step. Returns the mean loss before it. */
    public float train(Loaded batch) {
        float value = differentiate(batch);
        for (Map.Entry<String, NDArray> parameter : parameters.arrays().entrySet()) {
            try (NDArray gradient = parameter.getValue().getGradient()) {
                adam.update(parameter.getKey(), parameter.getValue(), gradient);
                gradient.subi(gradient);
            }
        }
        return value;
    }

    /** Mean loss of a batch; adds its gradients to what the parameters hold. */
    private float differentiate(Loaded batch) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray outputs = forward.apply(within(step, batch.inputs()));
            NDArray value = loss.evaluate(new NDList(within(step, batch.targets())), new NDList(outputs));
            collector.backward(value);
            return value.getFloat();
        }
    }

    /** Mean loss and its gradients at the parameters, which stay as they are. */
    public Map<String, Tensor> gradients(Loaded batch) {
        differentiate(batch);
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        parameters.arrays().forEach((name, array) -> {
            try (NDArray gradient = array.getGradient()) {
                gradients.put(name, tensor(gradient));
                gradient.subi(gradient);
            }
        });
        return gradients;
    }

    public Map<String, Tensor> parameters() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        parameters.arrays().forEach((name, array) -> values.put(name, tensor(array)));
        return values;
    }

    /** The same memory, so that what is made of it goes with the step. */
    private static NDArray within(NDManager step, NDArray array) {
        NDArray view = array.reshape(array.getShape());
        view.attach(step);
        return view;
    }

    private static Tensor tensor(NDArray array) {
        long[] shape = array.getShape().getShape();
        int[] lengths = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            lengths[i] = Math.toIntExact(shape[i]);
        }
        return new Tensor(lengths, array.toFloatArray());
    }

    @Override
    public void close() {
        manager.close();
    }
}

package org.vitrine.worker.parts;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Elementwise;
import org.vitrine.worker.parts.CombineVertex.Kind;

/** Combines values forward and shares gradients out. */
final class CombineVertexRuntime extends PlainVertexRuntime {
    private final Kind kind;

    CombineVertexRuntime(ComputationGraph graph, String name, int index, Kind kind, DataType type) {
        super(graph, name, index, type);
        this.kind = kind;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        if (kind == Kind.CONCATENATE) {
            return concatenated(workspaces);
        }
        INDArray out = createLike(workspaces, ArrayType.ACTIVATIONS, inputs[0]);
        if (kind == Kind.ADD) {
            INDArray sum = inMemory(out);
            Elementwise.add(inputs[0], inputs[1], sum);
            for (int i = 2; i < inputs.length; i++) {
                Elementwise.add(sum, inputs[i], sum);
            }
            return sum;
        }
        out.assign(inMemory(inputs[0]));
        for (int i = 1; i < inputs.length; i++) {
            INDArray next = inMemory(inputs[i]);
            switch (kind) {
                case SUBTRACT -> out.subi(next);
                case MULTIPLY -> out.muli(next);
                default -> out.addi(next);
            }
        }
        if (kind == Kind.AVERAGE) {
            out.divi(inputs.length);
        }
        return inMemory(out);
    }

    private INDArray concatenated(LayerWorkspaceMgr workspaces) {
        long features = 0;
        for (INDArray input : inputs) {
            features += input.size(1);
        }
        INDArray joined = create(workspaces, ArrayType.ACTIVATIONS, inputs[0], features);
        int axis = featureAxis(joined.rank());
        long start = 0;
        for (INDArray input : inputs) {
            range(joined, axis, start, start + input.size(1)).assign(inMemory(input));
            start += input.size(1);
        }
        return inMemory(joined);
    }

    @Override
    INDArray[] backward(LayerWorkspaceMgr workspaces) {
        INDArray[] gradients = new INDArray[inputs.length];
        if (kind == Kind.ADD && workspaces instanceof SharesGradients) {
            Arrays.fill(gradients, epsilon);
            return gradients;
        }
        INDArray e = inMemory(epsilon);
        long start = 0;
        for (int i = 0; i < inputs.length; i++) {
            INDArray gradient = createLike(workspaces, ArrayType.ACTIVATION_GRAD, inputs[i]);
            long end = start + inputs[i].size(1);
            gradient.assign(kind == Kind.CONCATENATE ? range(e, featureAxis(e.rank()), start, end) : e);
            switch (kind) {
                case AVERAGE -> gradient.divi(inputs.length);
                case SUBTRACT -> {
                    if (i > 0) {
                        gradient.negi();
                    }
                }
                case MULTIPLY -> {
                    for (int other = 0; other < inputs.length; other++) {
                        if (other != i) {
                            gradient.muli(inMemory(inputs[other]));
                        }
                    }
                }
                case ADD, CONCATENATE -> {}
            }
            start = end;
            gradients[i] = inMemory(gradient);
        }
        return gradients;
    }
}

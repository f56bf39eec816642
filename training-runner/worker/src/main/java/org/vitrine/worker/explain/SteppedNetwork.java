package org.vitrine.worker.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.worker.compile.CompiledGraph;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;

/** A network whose vertices are run one by one, forward and back, outside of training. */
final class SteppedNetwork {
    /** Which part of the trained weights a network has. */
    enum Weights {
        ALL,
        /** What is greater than zero, without biases. */
        POSITIVE,
        /** What is less than zero, without biases. */
        NEGATIVE
    }

    private static final LayerWorkspaceMgr MEMORY = LayerWorkspaceMgr.noWorkspaces();

    private final Network network;
    private final GraphVertex[] vertices;
    private final int[] order;
    private final INDArray[][] inputs;
    private final @Nullable INDArray[] outputs;

    private SteppedNetwork(Network network) {
        this.network = network;
        vertices = network.getVertices();
        order = network.topologicalSortOrder();
        inputs = new INDArray[vertices.length][0];
        outputs = new INDArray[vertices.length];
    }

    /** @param graph that the network {@code trained} was compiled of, or one whose layers with weights have the same names */
    static SteppedNetwork of(
            ModelGraph graph, DataSpec data, TrainingSettings settings, Network trained, Weights weights) {
        CompiledGraph compiled = new GraphCompiler(graph, data, settings, trained.type()).compileForExplanation();
        Network network = Networks.initialised(compiled, trained.objective());
        network.copyLayers(trained);
        for (GraphVertex vertex : network.getVertices()) {
            Layer layer = vertex.getLayer();
            if (weights != Weights.ALL && layer != null && layer.numParams() > 0) {
                layer.paramTable(false).forEach((key, values) -> values.assign(part(key, values, weights)));
            }
        }
        return new SteppedNetwork(network);
    }

    private static INDArray part(String key, INDArray values, Weights weights) {
        if (key.equals("b")) {
            return values.mul(0);
        }
        return weights == Weights.POSITIVE ? Transforms.max(values, 0, true) : Transforms.min(values, 0, true);
    }

    /** Runs all vertices on inputs [n, ...]. */
    void forward(Tensor values, @Nullable Tensor mask) {
        setMask(mask);
        INDArray first = array(values);
        for (int index : order) {
            GraphVertex vertex = vertices[index];
            if (vertex.isInputVertex()) {
                outputs[index] = first;
                continue;
            }
            VertexIndices[] sources = vertex.getInputVertices();
            INDArray[] given = new INDArray[sources.length];
            for (int i = 0; i < sources.length; i++) {
                given[i] = output(sources[i].getVertexIndex());
            }
            outputs[index] = run(index, given);
        }
    }

    private INDArray array(Tensor values) {
        return Nd4j.createFromArray(values.values())
                .castTo(network.type())
                .reshape('c', Arrays.stream(values.shape()).asLongStream().toArray());
    }

    private void setMask(@Nullable Tensor mask) {
        if (mask != null) {
            INDArray[] masks = new INDArray[network.getNumInputArrays()];
            Arrays.fill(masks, array(mask));
            network.setLayerMaskArrays(masks, null);
        }
    }

    private INDArray run(int index, INDArray... given) {
        for (int i = 0; i < given.length; i++) {
            vertices[index].setInput(i, given[i], MEMORY);
        }
        inputs[index] = given;
        return vertices[index].doForward(false, MEMORY);
    }

    /** Runs one vertex, with one input, alone. */
    INDArray step(int vertex, INDArray input, @Nullable Tensor mask) {
        setMask(mask);
        return run(vertex, input);
    }

    /** Values times the derivatives of a vertex' outputs at its inputs, for what it was run on last. */
    INDArray[] pull(int vertex, INDArray atOutput) {
        vertices[vertex].setEpsilon(atOutput.dup('c'));
        return vertices[vertex].doBackward(false, MEMORY).getSecond();
    }

    INDArray input(int vertex, int port) {
        return inputs[vertex][port];
    }

    INDArray output(int vertex) {
        return Objects.requireNonNull(outputs[vertex]);
    }

    int outputIndex() {
        return network.getVertex(network.getConfiguration().getNetworkOutputs().get(0))
                .getVertexIndex();
    }

    String name(int vertex) {
        return vertices[vertex].getVertexName();
    }

    int size() {
        return vertices.length;
    }

    /** The vertices, each before those that it gets its inputs from. */
    List<GraphVertex> backwards() {
        List<GraphVertex> all = new ArrayList<>();
        for (int index : order) {
            all.add(vertices[index]);
        }
        Collections.reverse(all);
        return all;
    }

    /** The sum of what arrived at the network's inputs, [n, ...]. */
    Tensor atInput(@Nullable INDArray[] arrived) {
        INDArray sum = null;
        for (String name : network.getConfiguration().getNetworkInputs()) {
            INDArray here =
                    Objects.requireNonNull(arrived[network.getVertex(name).getVertexIndex()]);
            sum = sum == null ? here : sum.add(here);
        }
        return EngineArrays.tensor(Objects.requireNonNull(sum));
    }

    /** Lets go of what the last pass kept; a mask must not reach the next one. */
    void forget() {
        network.clearLayerMaskArrays();
        network.clearLayersStates();
        Arrays.fill(outputs, null);
        Arrays.fill(inputs, new INDArray[0]);
    }
}

package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.worker.kernels.Elementwise;
import org.vitrine.worker.layers.SkipsInputGradient;

/**
 * Runs the vertices of a graph forward and backward. The arrays of a pass are lent by an {@link Arena} of its batch size and
 * are valid until the next pass.
 */
final class Passes {
    /** Training, its last batch, evaluation and its last batch. */
    private static final int BATCH_SIZES = 4;

    private static final String TEMPORARIES = "vitrine.temporaries";

    /** For what ND4J's operations allocate for themselves within one vertex. */
    private static final WorkspaceConfiguration TEMPORARIES_CONFIGURATION = WorkspaceConfiguration.builder()
            .initialSize(0)
            .overallocationLimit(0.02)
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .policyLearning(LearningPolicy.OVER_TIME)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private final GraphVertex[] vertices;
    private final int[] order;
    private final @Nullable INDArray[] activations;
    private final @Nullable INDArray[] epsilons;
    /** Gradients that more than one vertex has: nobody may write into them. */
    private final Set<INDArray> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Long, Arena> arenas = new LinkedHashMap<>(8, 0.75f, true);
    private Arena arena = new Arena();
    private @Nullable PassClock clock;

    /** @param order vertices in topological order */
    Passes(GraphVertex[] vertices, int[] order) {
        this.vertices = vertices;
        this.order = order;
        this.activations = new INDArray[vertices.length];
        this.epsilons = new INDArray[vertices.length];
    }

    /** Has vertices timed from now on; null for no more. */
    void time(@Nullable PassClock with) {
        clock = with;
    }

    /** Begins a pass over a batch: what the last one lent is free again. */
    Arena begin(long examples) {
        arena = Objects.requireNonNull(arenas.computeIfAbsent(examples, any -> new Arena()));
        if (arenas.size() > BATCH_SIZES) {
            Long eldest = arenas.keySet().iterator().next();
            Objects.requireNonNull(arenas.remove(eldest)).close();
        }
        arena.passDone();
        return arena;
    }

    /** Computes all activations; each of the graph's inputs gets the same values. */
    void forward(boolean training, INDArray input) {
        for (int index : order) {
            GraphVertex vertex = vertices[index];
            if (vertex.isInputVertex()) {
                activations[index] = input;
                continue;
            }
            long began = clock == null ? 0 : System.nanoTime();
            VertexIndices[] sources = vertex.getInputVertices();
            for (int i = 0; i < sources.length; i++) {
                vertex.setInput(i, activation(sources[i].getVertexIndex()), arena);
            }
            MemoryWorkspace temporaries = temporaries();
            try {
                activations[index] = vertex.doForward(training, arena);
            } finally {
                temporaries.close();
            }
            arena.vertexDone();
            if (clock != null && training) {
                clock.forward(index, began);
            }
        }
    }

    /**
     * Computes the gradients of the parameters, into the layers' gradient views, and at the outputs of all vertices.
     *
     * @param output the vertex whose output has the gradient {@code epsilon}
     * @param toInputs whether the gradients at the graph's inputs are wanted
     */
    void backward(int output, INDArray epsilon, boolean toInputs) {
        Arrays.fill(epsilons, null);
        epsilons[output] = epsilon;
        for (int place = order.length - 1; place >= 0; place--) {
            GraphVertex vertex = vertices[order[place]];
            INDArray atOutput = epsilons[order[place]];
            if (atOutput == null || vertex.isInputVertex()) {
                continue;
            }
            long began = clock == null ? 0 : System.nanoTime();
            if (vertex.getLayer() instanceof SkipsInputGradient layer) {
                layer.skipInputGradient(!toInputs && isFirst(vertex));
            } else if (vertex.hasLayer() && (toInputs || shared.contains(atOutput))) {
                // Layers of DL4J write into the gradient that they are given, which others want or look at.
                atOutput = arena.like(ArrayType.ACTIVATION_GRAD, atOutput).assign(atOutput);
            }
            vertex.setEpsilon(atOutput);
            @Nullable INDArray[] atInputs;
            MemoryWorkspace temporaries = temporaries();
            try {
                atInputs = vertex.doBackward(false, arena).getSecond();
            } finally {
                temporaries.close();
            }
            arena.vertexDone();
            VertexIndices[] sources = vertex.getInputVertices();
            for (int i = 0; i < sources.length; i++) {
                if (sources.length > 1 && atInputs[i] == atOutput) {
                    shared.add(atOutput);
                }
                add(sources[i].getVertexIndex(), atInputs[i]);
            }
            if (clock != null) {
                clock.backward(order[place], began);
            }
        }
        shared.clear();
    }

    private boolean isFirst(GraphVertex vertex) {
        for (VertexIndices source : vertex.getInputVertices()) {
            if (!vertices[source.getVertexIndex()].isInputVertex()) {
                return false;
            }
        }
        return true;
    }

    /** Branches that share an input sum their gradients. */
    private void add(int index, @Nullable INDArray gradient) {
        if (gradient == null) {
            return;
        }
        INDArray sum = epsilons[index];
        if (sum == null) {
            epsilons[index] = gradient;
        } else if (shared.contains(sum)) {
            INDArray whole = arena.like(ArrayType.ACTIVATION_GRAD, sum);
            Elementwise.add(sum, gradient, whole);
            epsilons[index] = whole;
        } else {
            Elementwise.add(sum, gradient, sum);
        }
    }

    private static MemoryWorkspace temporaries() {
        return Nd4j.getWorkspaceManager().getAndActivateWorkspace(TEMPORARIES_CONFIGURATION, TEMPORARIES);
    }

    INDArray activation(int vertex) {
        return Objects.requireNonNull(activations[vertex]);
    }

    /** The sum of what arrived at the graph's inputs, all of which got the same values. */
    Tensor atInputs(int[] shape) {
        Tensor sum = Tensor.zeros(shape);
        for (GraphVertex vertex : vertices) {
            INDArray arrived = epsilons[vertex.getVertexIndex()];
            if (vertex.isInputVertex() && arrived != null) {
                float[] values = EngineArrays.tensor(arrived).values();
                for (int i = 0; i < values.length; i++) {
                    sum.values()[i] += values[i];
                }
            }
        }
        return sum;
    }

    INDArray epsilon(int vertex) {
        return Objects.requireNonNull(epsilons[vertex]);
    }

    /** What the passes computed since {@link #begin}. */
    PassTrace trace(Batch batch, Score score) {
        List<PassTrace.AtVertex> traced = new ArrayList<>();
        for (int index : order) {
            GraphVertex vertex = vertices[index];
            if (!vertex.isInputVertex()) {
                traced.add(trace(vertex, index));
            }
        }
        return new PassTrace(ValueRange.of(batch.inputs()), ValueRange.of(batch.targets()), score.meanLoss(), traced);
    }

    private PassTrace.AtVertex trace(GraphVertex vertex, int index) {
        ValueRange input = ValueRange.NONE;
        ValueRange parameters = ValueRange.NONE;
        ValueRange gradients = ValueRange.NONE;
        for (VertexIndices source : vertex.getInputVertices()) {
            input = input.and(ValueRange.of(activations[source.getVertexIndex()]));
            gradients = gradients.and(ValueRange.of(epsilons[source.getVertexIndex()]));
        }
        if (vertex.getLayer() != null && vertex.getLayer().numParams() > 0) {
            parameters = ValueRange.of(vertex.getLayer().params());
            gradients = gradients.and(ValueRange.of(vertex.getLayer().getGradientsViewArray()));
        }
        return new PassTrace.AtVertex(
                vertex.getVertexName(),
                input,
                parameters,
                ValueRange.of(activations[index]),
                ValueRange.of(epsilons[index]),
                gradients);
    }

    /** Lets go of all arrays; their memory stays for the next pass. */
    void end() {
        Arrays.fill(activations, null);
        Arrays.fill(epsilons, null);
    }
}

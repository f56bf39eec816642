package org.vitrine.worker.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the subject vertex of a graph alone. */
record Probe(
        ComputationGraph graph, INDArray[] inputs, @Nullable INDArray mask) {

    static final String SUBJECT = "subject";

    INDArray output(boolean training) {
        GraphVertex vertex = graph.getVertex(SUBJECT);
        vertex.clear();
        LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
        INDArray[] masks = new INDArray[inputs.length];
        Arrays.fill(masks, mask);
        for (int i = 0; i < inputs.length; i++) {
            graph.setInput(i, inputs[i]);
            vertex.setInput(i, inputs[i], none);
        }
        if (mask != null) {
            vertex.feedForwardMaskArrays(masks, MaskState.Active, (int) inputs[0].size(0));
        }
        return vertex.doForward(training, none);
    }
}

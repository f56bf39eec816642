package org.vitrine.graph.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;

class ModelGraphTest {
    private static final ModelGraph GRAPH = new Graphs()
            .node("output", new ClassificationOutput())
            .node("aside", new Dense(5, Activation.RELU))
            .node("behind", new Dense(5, Activation.RELU))
            .node("hidden", new Dense(5, Activation.RELU))
            .node("input", new Input())
            .edges("input -> hidden -> output", "hidden -> aside", "aside -> behind")
            .document()
            .graph();

    @Test
    void layersComeAfterTheirInputs() {
        assertThat(GRAPH.topologicalOrder())
                .extracting(node -> node.id().value())
                .containsExactly("input", "hidden", "output", "aside", "behind");
    }

    @Test
    void layersThatNoOutputDependsOnAreNotNeeded() {
        assertThat(GRAPH.neededOrder())
                .extracting(node -> node.id().value())
                .containsExactly("input", "hidden", "output");
        assertThat(new Graphs().node("input", new Input()).document().graph().neededOrder())
                .isEmpty();
    }
}

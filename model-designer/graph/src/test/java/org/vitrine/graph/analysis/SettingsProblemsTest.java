package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.graph.analysis.Analyses.analyze;
import static org.vitrine.graph.analysis.Analyses.only;
import static org.vitrine.graph.analysis.Analyses.problems;
import static org.vitrine.graph.analysis.Analyses.repaired;

import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;

/** Parameters out of range, and what trains but probably not as hoped. */
class SettingsProblemsTest {
    private static final LayerSpec HEAD = new ClassificationOutput();
    private static final LayerSpec DENSE = new Dense(16, Activation.RELU);

    @Test
    void parametersGetTheirUsualOrTheNearestAllowedValue() {
        Problem tooMany = only(Graphs.chain(new Input(), new Dense(0, Activation.RELU), HEAD), Graphs.TABLE);
        assertThat(tooMany.numbers()).isEqualTo("Units is 0, allowed are 1 to 65536");
        assertThat(tooMany.fixes())
                .extracting(Fix::text)
                .containsExactly("Set Units of 'n1' to 64", "Set Units of 'n1' to 1");
        Problem notANumber = only(Graphs.chain(new Input(), new Dropout(Double.NaN), HEAD), Graphs.TABLE);
        assertThat(notANumber.fixes()).extracting(Fix::text).containsExactly("Set Rate of 'n1' to 0.5");
    }

    @Test
    void trainingSettingsAreCheckedToo() {
        TrainingSettings odd =
                Parameters.with(Parameters.with(TrainingSettings.DEFAULT, "learningRate", Double.NaN), "batchSize", 0);
        GraphDocument document = Graphs.lenet().withTraining(odd);
        assertThat(problems(document, Graphs.IMAGES)).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.where()).isEqualTo(new Everywhere());
            assertThat(problem.fixes()).isNotEmpty();
        });
        assertThat(repaired(document, Graphs.IMAGES).training().learningRate()).isEqualTo(0.001);
    }

    @Test
    void softmaxInsideIsAWarning() {
        Problem layer =
                only(Graphs.chain(new Input(), DENSE, new ActivationLayer(Activation.SOFTMAX), HEAD), Graphs.TABLE);
        assertThat(layer.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(layer.fixes())
                .extracting(Fix::text)
                .containsExactly("Take 'n2' out and join its neighbours", "Set Activation of 'n2' to ReLU");
        Problem parameter = only(Graphs.chain(new Input(), new Dense(3, Activation.SOFTMAX), HEAD), Graphs.TABLE);
        assertThat(parameter.fixes()).hasSize(1);
    }

    @Test
    void attentionWithoutPositionsIsWarnedAboutOnce() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("embed", new Embedding(8))
                .node("att", new SelfAttention(2, false, 0))
                .node("add", new Add())
                .node("att2", new SelfAttention(2, false, 0))
                .node("pool", new GlobalPooling(PoolingMode.AVERAGE))
                .node("head", HEAD)
                .edges("in -> embed -> att -> add -> att2 -> pool -> head", "embed -> add:1")
                .document();
        Problem problem = only(document, Graphs.TEXT);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("att")));
        GraphDocument fixed = problem.fixes().get(0).edit().apply(document);
        assertThat(analyze(fixed, Graphs.TEXT).problems()).isEmpty();
        assertThat(fixed.graph().inputsOf(new NodeId("add")))
                .noneMatch(edge -> edge.from().equals(new NodeId("embed")));
    }

    @Test
    void lastStepOfBothDirectionsIsAWarning() {
        GraphDocument document = Graphs.chain(
                new Input(), new Bidirectional(Cell.GRU, 8, Merge.CONCATENATE), new Dropout(0.2), new LastStep(), HEAD);
        Problem problem = only(document, Graphs.SERIES);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("n3")));
        assertThat(problem.fixes()).hasSize(2);
    }

    @Test
    void veryManyParametersAreAWarning() {
        GraphDocument document = Graphs.chain(
                new Input(),
                new Convolution2D(256, 3, 1, 1, Padding.SAME, Activation.RELU),
                new Flatten(),
                new Dense(512, Activation.RELU),
                HEAD);
        Problem problem = only(document, Graphs.IMAGES);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.numbers()).startsWith("102,").contains("MB");
        assertThat(problem.fixes()).extracting(Fix::text).containsExactly("Replace 'n2' by global pooling (Average)");
    }
}

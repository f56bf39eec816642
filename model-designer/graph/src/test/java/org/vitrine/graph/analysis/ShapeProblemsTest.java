package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.graph.analysis.Analyses.analyze;
import static org.vitrine.graph.analysis.Analyses.only;
import static org.vitrine.graph.analysis.Analyses.repaired;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

/** Layers that can not take their inputs, and tensors that are too large. */
class ShapeProblemsTest {
    private static final LayerSpec HEAD = new ClassificationOutput();
    private static final LayerSpec DENSE = new Dense(16, Activation.RELU);

    @Test
    void aClashIsReportedOnlyWhereItArises() {
        GraphDocument document = Graphs.chain(
                new Input(),
                new Convolution2D(4, 40, 1, 1, Padding.VALID, Activation.RELU),
                new Flatten(),
                DENSE,
                HEAD);
        Problem problem = only(document, Graphs.IMAGES);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("n1")));
        assertThat(problem.numbers()).isEqualTo("kernel 40 with dilation 1 spans 40, input has 28");
        assertThat(problem.fixes())
                .extracting(Fix::text)
                .containsExactly("Set Kernel of 'n1' to 28", "Set Padding of 'n1' to Same");
    }

    @Test
    void tokensNeedAnEmbeddingAndWhatComesToLightIsFixedAlong() {
        GraphDocument document = Graphs.chain(new Input(), new Lstm(8), HEAD);
        Problem problem = only(document, Graphs.TEXT);
        assertThat(problem.fixes().get(0).text())
                .isEqualTo("Insert Embedding after 'n0' + Insert Global pooling (Average) before 'n2'");
        assertThat(analyze(problem.fixes().get(0).edit().apply(document), Graphs.TEXT)
                        .problems())
                .isEmpty();
    }

    @Test
    void everyShapeClashHasAFixThatHelps() {
        List<GraphDocument> wrong = List.of(
                Graphs.chain(new Input(), DENSE, new Lstm(8), HEAD),
                Graphs.chain(
                        new Input(), new Flatten(), new Convolution2D(4, 3, 1, 1, Padding.SAME, Activation.RELU), HEAD),
                Graphs.chain(new Input(), new Flatten(), new GlobalPooling(PoolingMode.MAX), HEAD),
                Graphs.chain(new Input(), new LayerNormalization(1e-5), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Embedding(8), new Flatten(), HEAD),
                Graphs.chain(
                        new Input(),
                        new Convolution2D(10, 3, 1, 1, Padding.SAME, Activation.RELU),
                        new GroupNormalization(4, 1e-5),
                        new Flatten(),
                        HEAD),
                Graphs.chain(new Input(), new Flatten(), new BinaryOutput()),
                Graphs.chain(new Input(), new Flatten(), new RegressionOutput(RegressionLoss.MSE)),
                Graphs.chain(
                        new Input(), new Convolution1D(4, 3, 1, 1, Padding.SAME, Activation.RELU), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Pooling2D(PoolingMode.MAX, 30, 2, Padding.VALID), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Slice(SliceAxis.TIME, 0, 9), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Slice(SliceAxis.WIDTH, 20, 9), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Reshape(Layout.IMAGE, 4, 10, 14), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Reshape(Layout.SEQUENCE, 4, 10, 1), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Flatten(), new Permute(AxisOrder.REVERSED), HEAD),
                Graphs.chain(new Input(), HEAD));
        for (GraphDocument document : wrong) {
            Problem problem = only(document, Graphs.IMAGES);
            assertThat(problem.fixes()).as(problem.what()).isNotEmpty();
        }
    }

    @Test
    void regressionDataWantsARegressionHead() {
        Problem problem = only(Graphs.chain(new Input(), DENSE, HEAD), Graphs.NUMBERS);
        assertThat(problem.fixes()).singleElement().satisfies(fix -> assertThat(fix.text())
                .isEqualTo("Replace 'n2' by Regression"));
    }

    @Test
    void headsAreMadeToDivideTheFeatures() {
        GraphDocument document = Graphs.chain(
                new Input(),
                new Lstm(30),
                new SelfAttention(4, false, 0),
                new GlobalPooling(PoolingMode.AVERAGE),
                HEAD);
        Problem problem = only(document, Graphs.SERIES);
        assertThat(problem.numbers()).isEqualTo("30 features, 4 heads");
        assertThat(problem.fixes())
                .extracting(Fix::text)
                .containsExactly("Set Heads of 'n2' to 3", "Set Heads of 'n2' to 5", "Set Units of 'n1' to 32");
    }

    @Test
    void slicesAreMovedOrShortenedToFit() {
        GraphDocument document = Graphs.chain(new Input(), new Slice(SliceAxis.HEIGHT, 20, 12), new Flatten(), HEAD);
        Problem problem = only(document, Graphs.IMAGES);
        assertThat(problem.numbers()).isEqualTo("positions 20 to 31, the axis has 28");
        assertThat(problem.fixes())
                .extracting(Fix::text)
                .containsExactly("Set Length of 'n1' to 8", "Set Start of 'n1' to 16");
    }

    @Test
    void sequencesCanOnlyBeReversed() {
        GraphDocument document = Graphs.chain(
                new Input(), new Permute(AxisOrder.HEIGHT_WIDTH_CHANNELS), new Lstm(8), new LastStep(), HEAD);
        Problem problem = only(document, Graphs.SERIES);
        assertThat(problem.fixes()).extracting(Fix::text).containsExactly("Set Order of 'n1' to Reversed");
    }

    @Test
    void branchesOfAddAreMadeEqual() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", new Dense(8, Activation.RELU))
                .node("drop", new Dropout(0.1))
                .node("b", new Dense(6, Activation.RELU))
                .node("add", new Add())
                .node("head", HEAD)
                .edges("in -> a -> drop -> add", "in -> b -> add:1", "add -> head")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("add")));
        assertThat(problem.fixes())
                .extracting(Fix::text)
                .containsExactly(
                        "Set Units of 'b' to 8",
                        "Set Units of 'a' to 6",
                        "Insert Dense between 'b' and 'add'",
                        "Insert Dense between 'drop' and 'add'");
    }

    @Test
    void branchesOfConcatenateAreMadeVectors() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("conv", new Convolution2D(4, 3, 2, 1, Padding.SAME, Activation.RELU))
                .node("join", new Concatenate())
                .node("head", HEAD)
                .edges("in -> conv -> join", "in -> join:1", "join -> head")
                .document();
        assertThat(only(document, Graphs.IMAGES).fixes()).hasSize(4);
        assertThat(repaired(document, Graphs.IMAGES)).isNotEqualTo(document);
    }

    @Test
    void tensorsPastThirtyTwoBitsAreErrors() {
        DataSpec large = new DataSpec(new Image(3, 512, 512), Target.classes(10));
        GraphDocument wide = Graphs.chain(
                new Input(),
                new Convolution2D(256, 3, 1, 1, Padding.SAME, Activation.RELU),
                new GlobalPooling(PoolingMode.AVERAGE),
                HEAD);
        Problem tensor = only(wide, large);
        assertThat(tensor.severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(tensor.fixes()).extracting(Fix::text).containsExactly("Set Batch size to 16");

        GraphDocument heavy = Graphs.chain(new Input(), new Flatten(), new Dense(65536, Activation.RELU), HEAD);
        Problem weights = only(heavy, large);
        assertThat(weights.what()).isEqualTo("The weights of 'n2' do not fit into one tensor");
        assertThat(weights.fixes()).isNotEmpty();

        DataSpec lengthy = new DataSpec(new Sequence(8, 20_000), Target.classes(2));
        GraphDocument attention = Graphs.chain(
                new Input(), new Lstm(8), new SelfAttention(4, false, 0), new GlobalPooling(PoolingMode.MAX), HEAD);
        assertThat(only(attention, lengthy).fixes()).extracting(Fix::text).containsExactly("Set Batch size to 1");
    }

    @Test
    void concatenationsThatDoubleForeverDoNotOverflow() {
        Graphs graphs = new Graphs().node("n0", new Input());
        for (int i = 1; i <= 80; i++) {
            graphs.node("n" + i, new Concatenate())
                    .edges("n" + (i - 1) + " -> n" + i, "n" + (i - 1) + " -> n" + i + ":1");
        }
        GraphDocument document = graphs.node("head", HEAD).edges("n80 -> head").document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isInstanceOf(AtNode.class);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
    }
}

package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.AtPort;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

/** Each kind of problem alone: where it stands, what it says, and that its fixes help. */
class GraphAnalyzerTest {
    private static final LayerSpec HEAD = new ClassificationOutput();
    private static final LayerSpec DENSE = new Dense(16, Activation.RELU);

    @Test
    void lenetHasNoProblemsAndTheKnownShapes() {
        GraphAnalysis analysis = analyze(Graphs.lenet(), Graphs.IMAGES);
        assertThat(analysis.problems()).isEmpty();
        assertThat(analysis.isTrainable()).isTrue();
        assertThat(analysis.output(new NodeId("n3"))).contains(new Image(16, 10, 10));
        assertThat(analysis.output(new NodeId("n5"))).contains(new Flat(400));
        assertThat(analysis.parameters()).isEqualTo(61_706);
    }

    @Test
    void anEmptyGraphOffersAStart() {
        for (DataSpec data : List.of(Graphs.IMAGES, Graphs.TEXT, Graphs.SERIES, Graphs.TABLE, Graphs.NUMBERS)) {
            GraphDocument empty = new Graphs().document();
            Problem problem = only(empty, data);
            assertThat(problem.where()).isEqualTo(new Everywhere());
            assertThat(problem.what()).isEqualTo("The graph is empty");
            assertThat(analyze(problem.fixes().get(0).edit().apply(empty), data).problems())
                    .isEmpty();
        }
    }

    @Test
    void withoutDataShapesStayUnknownAndOneProblemSaysSo() {
        GraphAnalysis analysis = GraphAnalyzer.analyze(Graphs.lenet(), Optional.empty());
        assertThat(analysis.nodes()).isEmpty();
        assertThat(analysis.problems()).singleElement().satisfies(problem -> assertThat(problem.what())
                .contains("'test'"));
    }

    @Test
    void aMissingInputIsAddedAndConnected() {
        GraphDocument document = new Graphs()
                .node("dense", DENSE)
                .node("head", HEAD)
                .edges("dense -> head")
                .document();
        assertThat(whats(document, Graphs.TABLE))
                .containsExactly("The graph has no Input", "Nothing is connected to input 1 of 'dense'");
        assertThat(repaired(document, Graphs.TABLE)).isNotEqualTo(document);
    }

    @Test
    void aMissingHeadIsAppendedWithWhatItNeeds() {
        GraphDocument document = Graphs.chain(new Input(), new Embedding(8), new Lstm(8));
        Problem problem = only(document, Graphs.TEXT);
        assertThat(problem.what()).isEqualTo("The graph has no output head");
        assertThat(problem.fixes()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aSecondInputGivesWayToTheFirst() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("in2", new Input())
                .node("add", new Add())
                .node("head", HEAD)
                .edges("in -> add", "in2 -> add:1", "add -> head")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("in2")));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Use 'in' in place of 'in2'");
    }

    @Test
    void aSecondHeadIsRemovedWithItsBranch() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("h1", HEAD)
                .node("b", DENSE)
                .node("h2", HEAD)
                .edges("in -> a -> h1", "in -> b -> h2")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("h2")));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Remove b, h2");
    }

    @Test
    void aHeadInTheMiddleBecomesDense() {
        GraphDocument document = Graphs.chain(new Input(), HEAD, HEAD);
        assertThat(whats(document, Graphs.TABLE))
                .contains("The output head 'n1' feeds other nodes", "'n2' is one output head too many");
        assertThat(problems(document, Graphs.TABLE))
                .flatExtracting(Problem::fixes)
                .extracting(Fix::text)
                .contains("Replace 'n1' by Dense", "Remove n2");
        assertThat(repaired(document, Graphs.TABLE).graph().nodes()).hasSize(2);
    }

    @Test
    void aCycleNamesItsNodesAndCanBeOpened() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("add", new Add())
                .node("a", new Dense(4, Activation.RELU))
                .node("b", new Dense(4, Activation.RELU))
                .node("head", HEAD)
                .edges("in -> add -> a -> b -> head", "b -> add:1")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.what()).isEqualTo("These nodes form a cycle: add → a → b → add");
        assertThat(problem.fixes()).isNotEmpty();
        assertThat(analyze(problem.fixes().get(0).edit().apply(document), Graphs.TABLE)
                        .problems())
                .isEmpty();
    }

    @Test
    void aSimpleCycleIsOpenedAndConnectedToTheInput() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("a -> b -> a", "b -> head")
                .document();
        assertThat(whats(document, Graphs.TABLE)).first().isEqualTo("These nodes form a cycle: a → b → a");
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }

    @Test
    void anOpenPortIsConnectedToTheOnlyLooseEnd() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("in -> a", "b -> head")
                .document();
        Problem problem = problems(document, Graphs.TABLE).get(0);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("b"), 0));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Connect 'a' to 'b'");
        assertThat(analyze(problem.fixes().get(0).edit().apply(document), Graphs.TABLE)
                        .problems())
                .isEmpty();
    }

    @Test
    void aGapBetweenPortsIsClosed() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("add", new Add())
                .node("head", HEAD)
                .edges("in -> a -> add", "in -> b -> add:2", "add -> head")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("add"), 1));
        assertThat(problem.fixes()).extracting(Fix::text).contains("Move the inputs of 'add' together");
    }

    @Test
    void anAddWithOneInputCanBeTakenOut() {
        GraphDocument document = Graphs.chain(new Input(), DENSE, new Add(), HEAD);
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("n2"), 1));
        assertThat(problem.fixes()).extracting(Fix::text).contains("Take 'n2' out and join its neighbours");
    }

    @Test
    void anEdgeIntoAPortThatIsNotThereIsRemoved() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("head", HEAD)
                .edges("in -> a -> head", "in -> head:1", "a -> in")
                .document();
        assertThat(problems(document, Graphs.TABLE))
                .extracting(Problem::where)
                .contains(new AtPort(new NodeId("head"), 1), new AtPort(new NodeId("in"), 0));
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }

    @Test
    void aDeadEndIsAWarning() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("in -> head", "in -> a -> b")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.fixes()).extracting(Fix::text).containsExactly("Remove a, b");
        assertThat(analyze(document, Graphs.TABLE).isTrainable()).isTrue();
    }

    @Test
    void aPartThatTheInputDoesNotReachIsNamedOnce() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("head", HEAD)
                .node("a", DENSE)
                .node("b", DENSE)
                .node("add", new Add())
                .edges("in -> head", "a -> b -> add", "a -> add:1")
                .document();
        assertThat(whats(document, Graphs.TABLE)).contains("Nothing from the input reaches 'a' and what follows it");
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }

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
                Graphs.chain(new Input(), new Flatten(), new BinaryOutput()),
                Graphs.chain(new Input(), new Flatten(), new RegressionOutput(RegressionLoss.MSE)),
                Graphs.chain(
                        new Input(), new Convolution1D(4, 3, 1, 1, Padding.SAME, Activation.RELU), new Flatten(), HEAD),
                Graphs.chain(new Input(), new Pooling2D(PoolingMode.MAX, 30, 2, Padding.VALID), new Flatten(), HEAD),
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
        assertThat(only(document, Graphs.IMAGES).fixes()).hasSize(2);
        assertThat(repaired(document, Graphs.IMAGES)).isNotEqualTo(document);
    }

    @Test
    void parametersAreClampedToTheirRange() {
        Problem tooMany = only(Graphs.chain(new Input(), new Dense(0, Activation.RELU), HEAD), Graphs.TABLE);
        assertThat(tooMany.numbers()).isEqualTo("Units is 0, allowed are 1 to 65536");
        assertThat(tooMany.fixes()).extracting(Fix::text).containsExactly("Set Units of 'n1' to 1");
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
            assertThat(problem.fixes()).hasSize(1);
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

    @Test
    void twoHundredNodesAreAnalysedBetweenTwoKeystrokes() {
        Graphs graphs = new Graphs().node("a0", new Input());
        for (int i = 1; i <= 99; i++) {
            String before = "a" + (i - 1);
            graphs.node("d" + i, new Dense(4, Activation.RELU))
                    .node("a" + i, new Add())
                    .edges(before + " -> d" + i + " -> a" + i, before + " -> a" + i + ":1");
        }
        GraphDocument document = graphs.node("head", HEAD).edges("a99 -> head").document();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long start = threads.getCurrentThreadCpuTime();
            assertThat(GraphAnalyzer.analyze(document, Optional.of(Graphs.TABLE))
                            .problems())
                    .isEmpty();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(5));
    }

    static GraphAnalysis analyze(GraphDocument document, DataSpec data) {
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(data));
        for (Problem problem : analysis.problems()) {
            for (Fix fix : problem.fixes()) {
                verify(document, data, analysis, problem, fix);
            }
        }
        return analysis;
    }

    /** What a fix promises: its problem is gone, and nothing else went wrong. */
    private static void verify(GraphDocument document, DataSpec data, GraphAnalysis before, Problem problem, Fix fix) {
        GraphAnalysis after = GraphAnalyzer.analyze(fix.edit().apply(document), Optional.of(data));
        assertThat(after.problems())
                .as(fix.text())
                .noneMatch(other ->
                        other.what().equals(problem.what()) && other.where().equals(problem.where()));
        assertThat(errors(after))
                .as(fix.text())
                .hasSizeLessThanOrEqualTo(errors(before).size());
        Set<String> cures = errors(before).stream().map(Problem::cure).collect(Collectors.toSet());
        assertThat(errors(after)).as(fix.text()).extracting(Problem::cure).allMatch(cures::contains);
    }

    private static List<Problem> errors(GraphAnalysis analysis) {
        return analysis.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    private static List<Problem> problems(GraphDocument document, DataSpec data) {
        return analyze(document, data).problems();
    }

    private static List<String> whats(GraphDocument document, DataSpec data) {
        return problems(document, data).stream().map(Problem::what).toList();
    }

    private static Problem only(GraphDocument document, DataSpec data) {
        List<Problem> problems = problems(document, data);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** Applies the first fix of the first problem that has one until none is left. */
    private static GraphDocument repaired(GraphDocument document, DataSpec data) {
        GraphDocument result = document;
        for (int i = 0; i < 10; i++) {
            Optional<Fix> fix = problems(result, data).stream()
                    .flatMap(problem -> problem.fixes().stream())
                    .findFirst();
            if (fix.isEmpty()) {
                break;
            }
            result = fix.get().edit().apply(result);
        }
        assertThat(problems(result, data)).isEmpty();
        return result;
    }
}

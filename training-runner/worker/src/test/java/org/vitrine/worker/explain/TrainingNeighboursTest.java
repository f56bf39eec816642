package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.neighbours.Influence;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.SavedWeights;

/** A network with convolutions, batch normalisation and dropout, whose training examples are looked through. */
class TrainingNeighboursTest {
    private static final TrainingSettings SETTINGS = Settings.adam(1, 32, 0.01);
    private static final Progress SILENT = share -> {};

    @TempDir
    Path folder;

    private final Dataset digits = Examples.load("digits", Map.of());
    private final Network network = trained();

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    /** Some steps, so that running averages and gains are no longer as they began. */
    private Network trained() {
        EngineSettings.apply();
        Network fresh = ExplainedNetwork.fresh(Models.cnn(), digits, SETTINGS, DataType.FLOAT);
        for (int step = 0; step < 20; step++) {
            fresh.differentiate(Examples.range(digits.train(), 32 * step, 32));
            fresh.update(step, 0);
        }
        return fresh;
    }

    private ModelFacts facts(ModelGraph graph) {
        return new ModelFacts(graph, digits.spec());
    }

    private AnswerFiles files() {
        return new AnswerFiles(new RunDirectory(folder), "session-1");
    }

    private NearestExamples nearest() {
        return new NearestExamples(files(), digits, facts(Models.cnn()), network);
    }

    private PushingExamples pushing(List<SavedWeights.Kept> states) {
        Network copy = ExplainedNetwork.fresh(Models.cnn(), digits, SETTINGS, DataType.FLOAT);
        return new PushingExamples(files(), digits, facts(Models.cnn()), network, copy, 2, () -> states);
    }

    private List<SavedWeights.Kept> last() {
        return List.of(new SavedWeights.Kept(20, 1, network.params().dup()));
    }

    private static WorkerCommand.FindNearest near(Part part, int example, @Nullable String layer, String distance) {
        return new WorkerCommand.FindNearest("1", part, example, null, layer, distance, 200, 10);
    }

    private static WorkerCommand.FindInfluence push(
            Part part, int example, @Nullable Integer target, String parameters, String measure) {
        return new WorkerCommand.FindInfluence("1", part, example, null, target, parameters, measure, 40, 5);
    }

    private Tensor values(String file) throws Exception {
        return Npy.read(folder.resolve(file));
    }

    @Test
    void theNearestAreThoseWhoseActivationsAreNearest() throws Exception {
        SessionEvent.NearestFound found = nearest().find(near(Part.TEST, 3, null, "euclidean"), SILENT);
        String layer = found.layer();
        assertThat(found.examples()).isEqualTo(200);
        assertThat(found.nearest()).hasSize(10);
        assertThat(found.layers()).contains("Input0", layer);
        Tensor own = network.activation(digits.test().example(3), layer);
        Tensor all = values(found.file());
        assertThat(all.shape()).containsExactly(200, 2);
        double least = Double.POSITIVE_INFINITY;
        for (int i : new int[] {0, 50, 199}) {
            int index = (int) all.row(i).values()[0];
            assertThat(index).isEqualTo((int) ((long) i * digits.train().size() / 200));
            Tensor there = network.activation(digits.train().example(index), layer);
            double squares = 0;
            for (int k = 0; k < own.size(); k++) {
                squares += Math.pow(own.values()[k] - there.values()[k], 2);
            }
            assertThat((double) all.row(i).values()[1]).isCloseTo(Math.sqrt(squares), within(1e-4));
        }
        for (int i = 0; i < 200; i++) {
            least = Math.min(least, all.row(i).values()[1]);
        }
        assertThat(found.nearest().get(0).value()).isCloseTo(least, within(1e-4));
        long agreeing = found.nearest().stream()
                .filter(near ->
                        (int) digits.train().example(near.example()).targets().values()[0] == found.predicted())
                .count();
        assertThat(found.agreement()).hasValue(agreeing / 10.0);
    }

    @Test
    void aTrainingExampleIsNotItsOwnNeighbour() throws Exception {
        int self = (int) (7L * digits.train().size() / 200);
        SessionEvent.NearestFound found = nearest().find(near(Part.TRAIN, self, null, "cosine"), SILENT);
        assertThat(found.nearest()).noneMatch(near -> near.example() == self);
        assertThat((double) values(found.file()).row(7).values()[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void whatLeftALayerIsKept() throws Exception {
        NearestExamples nearest = nearest();
        List<Double> progress = new ArrayList<>();
        nearest.find(near(Part.TEST, 3, "Input0", "cosine"), progress::add);
        assertThat(progress).hasSize(4).endsWith(1.0);
        nearest.find(near(Part.TEST, 4, "Input0", "euclidean"), progress::add);
        assertThat(progress).hasSize(4);
    }

    @Test
    void newInputsHaveNeighboursAndOpponentsToo() throws Exception {
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        Network reader = Networks.forTraining(Models.bidirectional(), sentences, SETTINGS, 1);
        ModelFacts facts = new ModelFacts(Models.bidirectional(), sentences.spec());
        NewInput typed = NewInput.text(String.join(" ", sentences.train().words(12)));
        SessionEvent.NearestFound found = new NearestExamples(files(), sentences, facts, reader)
                .find(new WorkerCommand.FindNearest("1", Part.TEST, 0, typed, null, "cosine", 0, 3), SILENT);
        assertThat(found.examples()).isEqualTo(sentences.train().size());
        // Its own words are among the training examples.
        assertThat(found.nearest().get(0).value()).isCloseTo(0, within(1e-6));
        SessionEvent.InfluenceFound pushed = new PushingExamples(files(), sentences, facts, reader, reader, 1, List::of)
                .find(
                        new WorkerCommand.FindInfluence(
                                "2", Part.TEST, 0, typed, null, "all-parameters", "cosine", 20, 3),
                        SILENT);
        assertThat(pushed.proponents()).isNotEmpty();
    }

    @Test
    void valuesThatNobodyKnowsHaveNoLoss() {
        Batch unknown = new Batch(Tensor.zeros(1, 2), Tensor.zeros(1, 0), null);
        assertThatThrownBy(() -> new Decision(unknown, -1, -1).decided(null, 1)).hasMessageContaining("not known");
    }

    /** The loss of a test example after one step on a training example, by the difference of steps there and back. */
    @Test
    void aStepOnAnExampleChangesTheLossByRateTimesInfluence() throws Exception {
        SessionEvent.InfluenceFound found =
                pushing(last()).find(push(Part.TEST, 2, 4, "all-parameters", "dot"), SILENT);
        assertThat(found.target()).isEqualTo(4);
        assertThat(found.checkpoints()).isEqualTo(1);
        Tensor all = values(found.file());
        Batch decided = withTarget(digits.test().example(2), 4);
        assertThat(found.loss()).isCloseTo(network.evaluate(decided).meanLoss(), within(1e-6));
        double largest = found.proponents().get(0).value();
        for (int i : new int[] {0, 13, 39}) {
            Batch trainedOn = digits.train().example((int) all.row(i).values()[0]);
            double change = changeOfStep(trainedOn, decided);
            assertThat((double) all.row(i).values()[1]).isCloseTo(-change, within(0.01 * largest));
        }
    }

    /** Change of the loss for each unit of learning rate; in double precision, so that small steps can be seen. */
    private double changeOfStep(Batch trainedOn, Batch decided) {
        Network exact = ExplainedNetwork.fresh(Models.cnn(), digits, SETTINGS, DataType.DOUBLE);
        exact.params().assign(network.params().castTo(DataType.DOUBLE));
        exact.differentiateInUse(trainedOn);
        INDArray gradient = exact.getFlattenedGradients().dup();
        INDArray before = exact.params().dup();
        double rate = 1e-5;
        exact.params().assign(before.sub(gradient.mul(rate)));
        double there = exact.evaluate(decided).meanLoss();
        exact.params().assign(before.add(gradient.mul(rate)));
        double back = exact.evaluate(decided).meanLoss();
        return (there - back) / 2 / rate;
    }

    private static Batch withTarget(Batch example, int target) {
        return new Batch(example.inputs(), Tensor.of(new float[] {target}, 1), example.mask());
    }

    @Test
    void gradientsInUseAreThoseOfTheLossInUse() {
        Network exact = ExplainedNetwork.fresh(Models.cnn(), digits, SETTINGS, DataType.DOUBLE);
        exact.params().assign(network.params().castTo(DataType.DOUBLE));
        Batch batch = digits.train().example(9);
        exact.differentiateInUse(batch);
        float[] gradient = new float[(int) exact.trainedParameters()];
        exact.gradients().copyTo(gradient);
        INDArray flat = exact.getFlattenedGradients().dup();
        INDArray params = exact.params();
        double norm = flat.norm2Number().doubleValue();
        // The first convolution's, the gains and offsets of batch normalisation, then its averages, which are not
        // differentiated at.
        int gains = 6 * 9 + 6;
        int averages = gains + 2 * 6;
        Random random = new Random(3);
        IntStream places = IntStream.concat(
                IntStream.range(gains - 20, averages), random.ints(40, averages + 2 * 6, (int) params.length()));
        for (int place : places.toArray()) {
            double value = params.getDouble(place);
            params.putScalar(place, value + 1e-6);
            double above = exact.evaluate(batch).meanLoss();
            params.putScalar(place, value - 1e-6);
            double below = exact.evaluate(batch).meanLoss();
            params.putScalar(place, value);
            assertThat(flat.getDouble(place))
                    .as("parameter " + place)
                    .isCloseTo((above - below) / 2e-6, within(1e-6 * Math.max(1, norm)));
        }
        for (int place = averages; place < averages + 2 * 6; place++) {
            assertThat(flat.getDouble(place)).isZero();
        }
    }

    @Test
    void headGradientsAreThatPartOfAllGradients() throws Exception {
        Batch batch = digits.train().example(4);
        Batch other = digits.train().example(11);
        HeadPasses heads = new HeadPasses(network);
        double found = heads.of(batch).influences(Influence.DOT, heads.of(other))[0];
        INDArray first = headGradient(batch);
        INDArray second = headGradient(other);
        double written = first.mul(second).sumNumber().doubleValue();
        assertThat(found).isCloseTo(written, within(1e-5 * Math.max(1, Math.abs(written))));
    }

    private INDArray headGradient(Batch example) {
        network.differentiateInUse(example);
        String head = network.getConfiguration().getNetworkOutputs().get(0);
        return network.getLayer(head).getGradientsViewArray().dup();
    }

    @Test
    void whatAnExampleTeachesIsWhatItWants() throws Exception {
        int self = (int) (11L * digits.train().size() / 40);
        int own = (int) digits.train().example(self).targets().values()[0];
        for (String parameters : List.of("last-layer", "all-parameters")) {
            SessionEvent.InfluenceFound found =
                    pushing(last()).find(push(Part.TRAIN, self, own, parameters, "cosine"), SILENT);
            assertThat(found.checkpoints()).isZero();
            assertThat((double) values(found.file()).row(11).values()[1]).isCloseTo(1, within(1e-5));
            assertThat(found.proponents()).noneMatch(example -> example.example() == self);
            assertThat(found.proponents()).allMatch(example -> example.value() > 0 && example.value() <= 1);
            assertThat(found.opponents()).allMatch(example -> example.value() < 0 && example.value() >= -1);
        }
    }

    @Test
    void dotProductsAreSummedOverTheStatesOfTraining() throws Exception {
        Network early = ExplainedNetwork.fresh(Models.cnn(), digits, SETTINGS, DataType.FLOAT);
        SavedWeights.Kept first = new SavedWeights.Kept(1, 0.5, early.params().dup());
        SavedWeights.Kept second =
                new SavedWeights.Kept(20, 0.25, network.params().dup());
        WorkerCommand.FindInfluence question = push(Part.TEST, 2, 4, "last-layer", "dot");
        SessionEvent.InfluenceFound both = pushing(List.of(first, second)).find(question, SILENT);
        assertThat(both.checkpoints()).isEqualTo(2);
        Tensor sum = values(both.file());
        Tensor one = values(pushing(List.of(first)).find(question, SILENT).file());
        Tensor two = values(pushing(List.of(second)).find(question, SILENT).file());
        for (int i = 0; i < 40; i++) {
            double expected = (double) one.row(i).values()[1] + two.row(i).values()[1];
            assertThat((double) sum.row(i).values()[1])
                    .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void thePredictedClassIsTheDecisionUnlessAnotherIsAskedFor() throws Exception {
        SessionEvent.InfluenceFound found = pushing(last()).find(push(Part.TEST, 6, null, "last-layer", "dot"), SILENT);
        assertThat(found.target())
                .isEqualTo(nearest()
                        .find(near(Part.TEST, 6, null, "cosine"), SILENT)
                        .predicted());
    }

    /** Heads that score no example as a whole have gradients of each example's loss all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"ctc-digit-strips", "detection-shapes", "lstm-dates", "templates/autoencoder-digits"})
    void otherHeadsCanBeAskedAboutAllParameters(String name) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples").resolve(name + ".vitrine"));
        Dataset data = Examples.load(document.data().dataset(), document.data().options());
        ModelGraph graph = document.flat().graph();
        Network fresh = Networks.forTraining(graph, data, document.training(), 1);
        PushingExamples asked = new PushingExamples(
                files(),
                data,
                new ModelFacts(graph, data.spec()),
                fresh,
                Networks.forTraining(graph, data, document.training(), 1),
                2,
                List::of);
        int self = (int) (2L * data.train().size() / 5);
        SessionEvent.InfluenceFound found = asked.find(
                new WorkerCommand.FindInfluence("1", Part.TRAIN, self, null, null, "all-parameters", "cosine", 5, 3),
                SILENT);
        assertThat(found.target()).isEqualTo(-1);
        Tensor all = values(found.file());
        assertThat((double) all.row(2).values()[1]).isCloseTo(1, within(1e-5));
        for (int i = 0; i < 5; i++) {
            assertThat((double) all.row(i).values()[1]).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void whatCanNotBeAskedIsRefusedWithTheReason() {
        assertThatThrownBy(() -> nearest().find(near(Part.TEST, 0, "nowhere", "cosine"), SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> nearest().find(near(Part.TEST, 0, null, "miles"), SILENT))
                .hasMessageContaining("cosine and euclidean");
        assertThatThrownBy(() -> nearest().find(near(Part.TEST, 99_999, null, "cosine"), SILENT))
                .hasMessageContaining("no example 99999");
        assertThatThrownBy(() -> pushing(last()).find(push(Part.TEST, 0, 77, "last-layer", "dot"), SILENT))
                .hasMessageContaining("no class 77");
        assertThatThrownBy(() -> pushing(last()).find(push(Part.TEST, 0, null, "some", "dot"), SILENT))
                .hasMessageContaining("last-layer and all-parameters");
        ModelGraph triplets = Graphs.chain(new Input(), new Flatten(), new TripletOutput(8, 0.2, Mining.SEMI_HARD));
        assertThatThrownBy(() -> new PushingExamples(files(), digits, facts(triplets), network, network, 1, this::last)
                        .find(push(Part.TEST, 0, null, "all-parameters", "dot"), SILENT))
                .hasMessageContaining("compares examples with others");
    }
}

package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.text.TextAnswers;

class LookingTest {
    private static final Progress PATIENT = share -> {};

    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private record Opened(
            Looking looking, Explanations explanations, Network network, Dataset data, ModelGraph graph) {}

    private Opened open(String name, ModelGraph graph) throws Exception {
        Dataset data = Examples.load(name, Map.of());
        TrainingSettings settings = Settings.adam(1, 32, 0.01);
        Network network = Networks.forTraining(graph, data, settings, 1);
        AnswerFiles files = new AnswerFiles(new RunDirectory(folder), "session-1");
        Explanations explanations = new Explanations(files, data, ExplainedNetwork.of(graph, data, settings, network));
        return new Opened(
                new Looking(files, data, graph, network, Optional.of(explanations), TextAnswers.of(network, data)),
                explanations,
                network,
                data,
                graph);
    }

    /** Of a model that comes with Vitrine, untrained. */
    private Opened open(String file) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples", file + ".vitrine"));
        return open(document.data().dataset(), document.flat().graph());
    }

    private Map<String, Tensor> read(String file) throws Exception {
        try (Npz npz = Npz.open(folder.resolve(file))) {
            return npz.readAll();
        }
    }

    private static Tensor of(Map<String, Tensor> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    @Test
    void aDrawingIsAnsweredAsTheExampleThatItIs() throws Exception {
        Opened opened = open("digits", Models.cnn());
        Batch batch = opened.data().test().example(3);
        Tensor pixels =
                opened.data().presentation().image(batch.inputs().row(0)).orElseThrow();
        SessionEvent.Looked looked = opened.looking()
                .look(new WorkerCommand.Look("7", NewInput.numbers(pixels), "gradient-x-input", null, null), PATIENT);
        SessionEvent.AttributionDone done = opened.explanations()
                .explain(
                        new WorkerCommand.Attribute("8", "gradient-x-input", Part.TEST, 3, null, null, Map.of(), null),
                        PATIENT);
        Map<String, Tensor> found = read(looked.file());
        assertThat(looked.request()).isEqualTo("7");
        assertThat(looked.outputs()).isEqualTo(done.probabilities());
        assertThat(looked.score()).isEqualTo(done.score());
        assertThat(looked.outputs().get(looked.target()))
                .isEqualTo(looked.outputs().stream().max(Double::compare).orElseThrow());
        assertThat(of(found, "look/input")).isEqualTo(batch.inputs().row(0));
        assertThat(of(found, "look/relevance")).isEqualTo(Npy.read(folder.resolve(done.relevanceFile())));
        opened.graph().nodes().stream()
                .filter(node -> node.layer() instanceof Convolution2D)
                .forEach(node -> assertThat(of(found, node.id().value()))
                        .isEqualTo(opened.network()
                                .activation(batch, node.id().value())
                                .row(0)));
    }

    @Test
    void anotherTargetIsExplainedAndNoMethodMeansNoMap() throws Exception {
        Opened opened = open("digits", Models.cnn());
        NewInput blank = NewInput.numbers(Tensor.zeros(1, 8, 8));
        assertThat(opened.looking()
                        .look(new WorkerCommand.Look("1", blank, "gradient", 4, null), PATIENT)
                        .target())
                .isEqualTo(4);
        SessionEvent.Looked bare = opened.looking().look(new WorkerCommand.Look("2", blank, "", null, null), PATIENT);
        assertThat(read(bare.file())).containsKey("look/input").doesNotContainKey("look/relevance");
        assertThat(bare.score()).isNaN();
    }

    @Test
    void theSurestPlaceIsToldOrTheOneThatIsNamed() throws Exception {
        Opened opened = open("templates/bilstm-tagger");
        NewInput text = NewInput.text(String.join(" ", opened.data().test().words(0)));
        SessionEvent.Looked sure =
                opened.looking().look(new WorkerCommand.Look("1", text, "gradient-x-input", null, null), PATIENT);
        int place = sure.place().orElseThrow();
        assertThat(place).isLessThan(opened.data().test().words(0).size());
        assertThat(sure.outputs()).hasSize(opened.data().targetNames().size());
        assertThat(of(read(sure.file()), "look/relevance").shape()).hasSize(1);
        Tensor told = of(read(sure.file()), "look/told");
        assertThat(told.shape()).containsExactly(16, opened.data().targetNames().size());
        assertThat(Explanations.doubles(told.row(place).values())).isEqualTo(sure.outputs());
        assertThat(told.row(15).values()).as("padding").containsOnly(Float.NaN);
        SessionEvent.Looked named =
                opened.looking().look(new WorkerCommand.Look("2", text, "gradient-x-input", null, place), PATIENT);
        assertThat(named.outputs()).isEqualTo(sure.outputs());
        SessionEvent.AttributionDone done = opened.explanations()
                .explain(
                        new WorkerCommand.Attribute("3", "gradient-x-input", Part.TEST, 0, 2, 1, Map.of(), null),
                        PATIENT);
        SessionEvent.Looked other =
                opened.looking().look(new WorkerCommand.Look("4", text, "gradient-x-input", 2, 1), PATIENT);
        assertThat(other.place()).hasValue(1);
        assertThat(other.outputs()).isEqualTo(done.probabilities()).isNotEqualTo(sure.outputs());
        assertThat(other.score()).isEqualTo(done.score());
        assertThat(of(read(other.file()), "look/relevance")).isEqualTo(Npy.read(folder.resolve(done.relevanceFile())));
        assertThatThrownBy(() -> opened.looking().look(new WorkerCommand.Look("5", text, "", null, 16), PATIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no place 16");
    }

    /** One types letter by letter: a window need not be full. */
    @Test
    void aShortTextIsEnoughForAModelThatWritesOn() throws Exception {
        Opened opened = open("gru-next-character");
        SessionEvent.Looked looked = opened.looking()
                .look(new WorkerCommand.Look("1", NewInput.text("the sea"), "gradient-x-input", null, 6), PATIENT);
        assertThat(looked.words()).containsExactly("t", "h", "e", " ", "s", "e", "a");
        Map<String, Tensor> found = read(looked.file());
        Tensor relevance = of(found, "look/relevance");
        for (int step = 0; step < 64; step++) {
            assertThat(relevance.values()[step] != 0).as("step " + step).isEqualTo(step < 7);
        }
        SessionEvent.Looked sure =
                opened.looking().look(new WorkerCommand.Look("2", NewInput.text("the sea"), "", null, null), PATIENT);
        assertThat(sure.place().orElseThrow()).as("no padding").isLessThan(7);
        String all = String.join("", opened.data().test().words(0)) + "e";
        SessionEvent.Looked newest =
                opened.looking().look(new WorkerCommand.Look("3", NewInput.text("zzz" + all), "", null, 63), PATIENT);
        assertThat(String.join("", newest.words())).isEqualTo(all.substring(1));
    }

    @Test
    void aDrawnStripEndsBehindItsInk() throws Exception {
        Opened opened = open("ctc-digit-strips");
        Tensor strip = Tensor.zeros(8, 55);
        strip.values()[3 * 55 + 20] = 1;
        SessionEvent.Looked looked = opened.looking()
                .look(new WorkerCommand.Look("1", NewInput.numbers(strip), "gradient-x-input", null, null), PATIENT);
        assertThat(looked.outputs()).as("ten digits and no label").hasSize(11);
        Tensor told = of(read(looked.file()), "look/told");
        int steps = told.shape()[0];
        assertThat(told.values()[0]).isNotNaN();
        assertThat(told.values()[(steps - 1) * 11]).as("padding").isNaN();
        assertThat(looked.place().orElseThrow()).isLessThan(steps * 21 / 55 + 1);
    }

    @Test
    void aSourceIsReadWithWhatTheModelWritesOfIt() throws Exception {
        Opened opened = open("lstm-dates");
        SessionEvent.Looked looked = opened.looking()
                .look(
                        new WorkerCommand.Look("1", NewInput.text("4 may 2001"), "gradient-x-input", null, null),
                        PATIENT);
        List<String> words = looked.words();
        assertThat(words.subList(0, 11)).containsExactly("4", " ", "m", "a", "y", " ", "2", "0", "0", "1", "<start>");
        assertThat(looked.unknown()).isEmpty();
        int written = words.size() - 11;
        assertThat(looked.place().orElseThrow()).as("a step that is written").isBetween(0, Math.min(10, written));
        Map<String, Tensor> found = read(looked.file());
        assertThat(of(found, "look/input").values()[28]).isEqualTo(2);
        Tensor told = of(found, "look/told");
        for (int step = 0; step < 11; step++) {
            assertThat(Float.isNaN(told.values()[step * told.shape()[1]]))
                    .as("step " + step)
                    .isEqualTo(step > written);
        }
        assertRefused(
                opened, NewInput.text("4 may 2001, and much that comes behind it"), "", "this model takes 1 to 28");
    }

    @Test
    void withoutAScoreThereIsWhatLeavesTheLayers() throws Exception {
        Opened opened = open("digits", Models.cnn());
        Looking bare = new Looking(
                new AnswerFiles(new RunDirectory(folder), "session-2"),
                opened.data(),
                opened.graph(),
                opened.network(),
                Optional.empty(),
                Optional.empty());
        Batch batch = opened.data().test().example(3);
        NewInput input = NewInput.numbers(
                opened.data().presentation().image(batch.inputs().row(0)).orElseThrow());
        SessionEvent.Looked looked = bare.look(new WorkerCommand.Look("1", input, "", null, null), PATIENT);
        assertThat(looked.outputs()).isEmpty();
        assertThat(looked.target()).isEqualTo(-1);
        assertThat(looked.score()).isNaN();
        Map<String, Tensor> found = read(looked.file());
        assertThat(opened.graph().nodes()).allSatisfy(node -> {
            String id = node.id().value();
            assertThat(of(found, id))
                    .isEqualTo(opened.network().activation(batch, id).row(0));
        });
        assertThatThrownBy(() -> bare.look(new WorkerCommand.Look("2", input, "gradient", null, null), PATIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no score");
    }

    @Test
    void unknownWordsOfATextAreTold() throws Exception {
        Opened opened = open("sentiment-sentences", Models.bidirectional());
        List<String> known = opened.data().test().words(0);
        NewInput text = NewInput.text(known.get(0) + " zyzzyva " + known.get(1));
        SessionEvent.Looked looked =
                opened.looking().look(new WorkerCommand.Look("1", text, "gradient-x-input", null, null), PATIENT);
        assertThat(looked.words()).containsExactly(known.get(0), "zyzzyva", known.get(1));
        assertThat(looked.unknown()).containsExactly(1);
        assertThat(of(read(looked.file()), "look/relevance").shape()).hasSize(1);
    }

    @Test
    void whatCanNotBeReadIsRefusedInWords() throws Exception {
        Opened text = open("sentiment-sentences", Models.bidirectional());
        assertRefused(text, NewInput.text("  "), "gradient", "nothing to read");
        assertRefused(text, NewInput.text("good"), "grad-cam", "needs a convolution");
        assertRefused(text, NewInput.numbers(Tensor.zeros(3)), "gradient", "takes text");
        assertRefused(open("digits", Models.cnn()), NewInput.numbers(Tensor.zeros(1, 9, 8)), "", "[1, 9, 8]");
    }

    private static void assertRefused(Opened opened, NewInput input, String method, String why) {
        assertThatThrownBy(() -> opened.looking().look(new WorkerCommand.Look("1", input, method, null, null), PATIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void manyAnswersLeaveFewFiles() throws Exception {
        Opened opened = open("digits", Models.cnn());
        NewInput blank = NewInput.numbers(Tensor.zeros(1, 8, 8));
        for (int i = 0; i < 9; i++) {
            opened.looking().look(new WorkerCommand.Look("" + i, blank, "gradient", null, null), PATIENT);
        }
        try (Stream<Path> files = Files.list(new RunDirectory(folder).attributions())) {
            assertThat(files).hasSize(4);
        }
    }
}

package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.BriefTraining;

class MaximisingTest {
    private static final TrainingSettings SETTINGS = Settings.adam(4, 32, 0.01);

    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    /** Who asks: remembers news, and gives up after some progress. */
    private record Listener(List<RunEvent> heard, int patience, List<Double> shares) implements Asked {
        static Listener patient() {
            return new Listener(new ArrayList<>(), Integer.MAX_VALUE, new ArrayList<>());
        }

        @Override
        public EventSink news() {
            return heard::add;
        }

        @Override
        public Progress progress() {
            return share -> {
                shares.add(share);
                if (shares.size() > patience) {
                    throw new CancellationException();
                }
            };
        }

        @Override
        public boolean isGivenUp() {
            return shares.size() > patience;
        }
    }

    private Maximising maximising(ModelGraph graph, Dataset data, Network network) {
        AnswerFiles files = new AnswerFiles(new RunDirectory(folder), "session-1");
        return new Maximising(files, graph, data, SETTINGS, network);
    }

    private static WorkerCommand.Maximise question(String layer, int unit, Map<String, String> options) {
        return new WorkerCommand.Maximise("q", layer, unit, options, Part.TEST, 9, 12);
    }

    private Map<String, Tensor> read(SessionEvent.Maximised answer) throws Exception {
        try (Npz npz = Npz.open(folder.resolve(answer.file()))) {
            return npz.readAll();
        }
    }

    private static Tensor array(Map<String, Tensor> arrays, String name) {
        return java.util.Objects.requireNonNull(arrays.get(name), name);
    }

    @Test
    void whatIsMadeExcitesAUnitMoreThanAnyExampleWithinTheRangeOfTheData() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network trained = BriefTraining.train(Models.cnn(), digits, SETTINGS, folder.resolve("run"));
        Maximising maximising = maximising(Models.cnn(), digits, trained);
        String head = trained.getConfiguration().getNetworkOutputs().get(0);
        for (int type : new int[] {0, 3, 7}) {
            Listener listener = Listener.patient();

            SessionEvent.Maximised answer =
                    maximising.maximise(question(head, type, Map.of("variation", "0", "decay", "0")), listener);

            Map<String, Tensor> arrays = read(answer);
            float[] course = array(arrays, "course").values();
            assertThat(course).hasSize(257);
            assertThat(answer.activation()).isGreaterThan(course[0]).isCloseTo(course[256], within(1e-4));
            assertThat(answer.activation())
                    .isGreaterThan(answer.excited().get(0).value());
            Tensor input = array(arrays, "input");
            assertThat(input.shape()).containsExactly(1, 8, 8);
            for (float value : input.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
            double[] outputs = trained.outputs(input.reshape(1, 1, 8, 8), null);
            assertThat(outputs[type]).isCloseTo(answer.activation(), within(1e-3));
            for (int other = 0; other < outputs.length; other++) {
                assertThat(outputs[type]).isGreaterThanOrEqualTo(outputs[other]);
            }
            assertThat(listener.shares()).isSorted().allMatch(share -> share >= 0 && share <= 1);
        }
    }

    @Test
    void theExamplesThatExciteMostAreTold() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, SETTINGS, 1);
        String head = network.getConfiguration().getNetworkOutputs().get(0);

        SessionEvent.Maximised answer = maximising(Models.cnn(), digits, network)
                .maximise(question(head, 2, Map.of("steps", "1")), Listener.patient());

        assertThat(answer.seen()).isEqualTo(digits.test().size());
        assertThat(answer.part()).isEqualTo(Part.TEST);
        assertThat(answer.excited()).hasSize(9);
        double[] all = new double[digits.test().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = network.outputs(digits.test().example(i))[2];
        }
        double least = Double.POSITIVE_INFINITY;
        for (RankedExample excited : answer.excited()) {
            assertThat(excited.value()).isLessThanOrEqualTo(least).isCloseTo(all[excited.example()], within(1e-4));
            least = excited.value();
        }
        double ninth = least;
        assertThat(java.util.Arrays.stream(all).filter(value -> value > ninth + 1e-4))
                .hasSizeLessThan(9);
    }

    @Test
    void oneSeesItEmerge() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, SETTINGS, 1);
        Listener listener = Listener.patient();

        SessionEvent.Maximised answer = maximising(Models.cnn(), digits, network)
                .maximise(question("Convolution2D1", 1, Map.of("steps", "60")), listener);

        List<SessionEvent.Emerged> emerged =
                listener.heard().stream().map(SessionEvent.Emerged.class::cast).toList();
        assertThat(emerged)
                .extracting(SessionEvent.Emerged::step)
                .containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55);
        assertThat(emerged)
                .allMatch(news -> news.steps() == 60 && news.request().equals("q"));
        Map<String, Tensor> arrays = read(answer);
        assertThat(array(arrays, "frames").shape()).containsExactly(12, 1, 8, 8);
        assertThat(array(arrays, "at").values()).startsWith(0, 5).endsWith(55);
        assertThat(Npy.read(folder.resolve(emerged.get(0).file())))
                .isEqualTo(array(arrays, "frames").row(11));
    }

    @Test
    void theSameSeedMakesTheSamePicture() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, SETTINGS, 1);
        List<Tensor> made = new ArrayList<>();
        for (String seed : new String[] {"1", "1", "2"}) {
            made.add(array(
                    read(maximising(Models.cnn(), digits, network)
                            .maximise(
                                    question("Convolution2D1", 0, Map.of("seed", seed, "steps", "30")),
                                    Listener.patient())),
                    "input"));
        }

        assertThat(made.get(1)).isEqualTo(made.get(0));
        assertThat(made.get(2)).isNotEqualTo(made.get(0));
    }

    @Test
    void aRowStaysWithinItsColumnsAndHasOneOfEachCategory() throws Exception {
        Dataset cars = Examples.load("cars", Map.of());
        ModelGraph graph =
                Graphs.chain(new Input(), new Dense(8, Activation.TANH), new RegressionOutput(RegressionLoss.MSE));
        Network trained = BriefTraining.train(graph, cars, SETTINGS, folder.resolve("run"));

        SessionEvent.Maximised answer = maximising(graph, cars, trained)
                .maximise(question("RegressionOutput2", 0, Map.of()), Listener.patient());

        float[] row = array(read(answer), "input").values();
        List<String> names = cars.presentation().columnNames();
        assertThat(row).hasSameSizeAs(names.toArray());
        float[] inputs = cars.train()
                .batch(java.util.stream.IntStream.range(0, cars.train().size()).toArray())
                .inputs()
                .values();
        double indicators = 0;
        int categories = 0;
        for (int column = 0; column < row.length; column++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int at = column; at < inputs.length; at += row.length) {
                least = Math.min(least, inputs[at]);
                most = Math.max(most, inputs[at]);
            }
            assertThat(row[column]).as(names.get(column)).isBetween(least, most);
            if (names.get(column).contains(" = ")) {
                categories++;
                assertThat(row[column]).as(names.get(column)).isIn(0f, 1f);
                indicators += row[column];
            }
        }
        assertThat(categories).isEqualTo(3);
        assertThat(indicators).isEqualTo(1);
    }

    @Test
    void whoDoesNotWaitStopsIt() {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, SETTINGS, 1);
        Listener hasty = new Listener(new ArrayList<>(), 40, new ArrayList<>());

        assertThatThrownBy(() -> maximising(Models.cnn(), digits, network)
                        .maximise(question("Convolution2D1", 0, Map.of()), hasty))
                .isInstanceOf(CancellationException.class);
        assertThat(hasty.shares()).hasSize(41);
    }

    @Test
    void whatCanNotBeMadeIsRefusedInWords() {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, SETTINGS, 1);
        Maximising maximising = maximising(Models.cnn(), digits, network);
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        Network reader = Networks.forTraining(Models.bidirectional(), sentences, SETTINGS, 1);

        refused(
                maximising,
                question("nowhere", 0, Map.of()),
                "no layer \"nowhere\" with units. It has: Convolution2D1");
        refused(maximising, question("Convolution2D1", 6, Map.of()), "no unit 6; it has 6");
        refused(maximising, question("Convolution2D1", 0, Map.of("colour", "red")), "no option \"colour\"");
        refused(maximising, question("Convolution2D1", 0, Map.of("steps", "0")), "from 1 to 5000");
        refused(
                maximising,
                question("Convolution2D1", 0, Map.of("start", "example", "example", "99999999")),
                "no training example 99999999");
        refused(
                maximising(Models.bidirectional(), sentences, reader),
                question("BinaryOutput1", 0, Map.of()),
                "their ids have no gradient");
    }

    private static void refused(Maximising maximising, WorkerCommand.Maximise question, String why) {
        assertThatThrownBy(() -> maximising.maximise(question, Listener.patient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}

package org.vitrine.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Multiply;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.BriefTraining;

class ValueFiguresTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;

    @TempDir
    Path folder;

    @Test
    void factorsTellRatingsThatBiasesCanNot() throws Exception {
        Dataset ratings = ratings();
        Network network = BriefTraining.train(factorisation(), ratings, Settings.adam(25, 32, 0.01), folder);
        Map<String, Double> figures =
                Evaluator.evaluate(network, ratings).evaluation().figures();
        // Ratings are 3 + the product of two normal factors, of deviation 1: biases explain nothing of it.
        assertThat(figures.get("rmseMean")).isBetween(0.7, 1.4);
        assertThat(figures.get("rmseBiases")).isGreaterThan(0.6);
        assertThat(figures.get("rmse")).isLessThan(0.6 * Objects.requireNonNull(figures.get("rmseBiases")));
        assertThat(figures.get("rmse"))
                .isCloseTo(Evaluator.evaluate(network, ratings).metric(), within(1e-5));
    }

    /** One table of factors for users and items; the head weighs the products and the biases. */
    private static ModelGraph factorisation() {
        return new ModelGraph(
                List.of(
                        node("input", new Input()),
                        node("factors", new Embedding(4)),
                        node("user", new Slice(SliceAxis.TIME, 0, 1)),
                        node("item", new Slice(SliceAxis.TIME, 1, 1)),
                        node("product", new Multiply()),
                        node("products", new Flatten()),
                        node("biases", new Embedding(1)),
                        node("flat", new Flatten()),
                        node("all", new Concatenate()),
                        node("output", new RegressionOutput(RegressionLoss.MSE))),
                List.of(
                        edge("input", "factors", 0),
                        edge("factors", "user", 0),
                        edge("factors", "item", 0),
                        edge("user", "product", 0),
                        edge("item", "product", 1),
                        edge("product", "products", 0),
                        edge("input", "biases", 0),
                        edge("biases", "flat", 0),
                        edge("products", "all", 0),
                        edge("flat", "all", 1),
                        edge("all", "output", 0)));
    }

    private static Node node(String id, LayerSpec layer) {
        return new Node(new NodeId(id), layer);
    }

    private static Edge edge(String from, String to, int port) {
        return new Edge(new NodeId(from), new NodeId(to), port);
    }

    private static Dataset ratings() {
        Draw draw = new Draw(3);
        double[] likes = IntStream.range(0, USERS + ITEMS)
                .mapToDouble(i -> draw.gaussian())
                .toArray();
        int[] order = draw.permutation(USERS * ITEMS);
        float[] pairs = new float[2 * order.length];
        float[] stars = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            int user = order[i] / ITEMS;
            int item = USERS + order[i] % ITEMS;
            pairs[2 * i] = 2 + user;
            pairs[2 * i + 1] = 2 + item;
            stars[i] = (float) (likes[user] * likes[item]);
        }
        List<String> names =
                IntStream.range(0, 2 + USERS + ITEMS).mapToObj(i -> "n" + i).toList();
        return dataset(
                Task.RECOMMENDATION,
                new Tokens(names.size(), 2),
                new Presentation.Pair(new Vocabulary(names)),
                "stars",
                new Scale(3, 1),
                new MemorySplit(Tensor.of(pairs, order.length, 2), Tensor.of(stars, order.length, 1), null));
    }

    @Test
    void forecastsAreMeasuredBesideRepetitionInRawUnits() throws Exception {
        int length = 13;
        float[] windows = new float[200 * 2 * length];
        float[] next = new float[200];
        for (int i = 0; i < next.length; i++) {
            for (int step = 0; step < length; step++) {
                windows[i * 2 * length + step] = -9;
                windows[(i * 2 + 1) * length + step] = wave(i + step);
            }
            next[i] = wave(i + length);
        }
        Dataset data = dataset(
                Task.FORECASTING,
                new Sequence(2, length),
                new Presentation.Series(List.of("other", "wave"), List.of(Scale.IDENTITY, new Scale(10, 2))),
                "wave",
                new Scale(10, 2),
                new MemorySplit(Tensor.of(windows, 200, 2, length), Tensor.of(next, 200, 1), null));
        ModelGraph graph = Graphs.chain(new Input(), new Flatten(), new RegressionOutput(RegressionLoss.MSE));
        Network network = BriefTraining.train(graph, data, Settings.adam(60, 16, 0.01), folder);
        Map<String, Double> figures =
                Evaluator.evaluate(network, data).evaluation().figures();
        assertThat(figures.get("season")).isEqualTo(12);
        assertThat(figures.get("rmseSeasonal")).isLessThan(1e-5);
        // From step to step a sine of 12 steps changes by 2 sin(pi/12) times a cosine, here in units of 2.
        assertThat(figures.get("rmseNaive")).isCloseTo(4 * Math.sin(Math.PI / 12) / Math.sqrt(2), within(0.02));
        assertThat(figures.get("rmse")).isLessThan(0.3);
        assertThat(figures.get("mase")).isLessThan(0.4);
        assertThat(figures.get("skill")).isNegative();
    }

    private static float wave(int step) {
        return (float) Math.sin(step * Math.PI / 6);
    }

    /** The first 60 % train, 20 % each validate and test. */
    private static Dataset dataset(
            Task task, Shape input, Presentation presentation, String target, Scale scale, MemorySplit all) {
        int n = all.size();
        return Dataset.of(
                new DatasetDescriptor("made up", task, "", "", List.of()),
                new DataSpec(input, Target.values(1)),
                presentation,
                List.of(target),
                List.of(scale),
                all.part(IntStream.range(0, n * 6 / 10).toArray()),
                all.part(IntStream.range(n * 6 / 10, n * 8 / 10).toArray()),
                all.part(IntStream.range(n * 8 / 10, n).toArray()));
    }
}

package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.maximisation.Place;
import org.vitrine.attribution.maximisation.Reading;
import org.vitrine.attribution.maximisation.UnitFunction;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.attribution.maximisation.UnitLayers;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

class UnitModelTest {
    /** Exact in single precision for inputs of that precision and size. */
    private static final float STEP = 1f / 4096;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private static UnitModel model(ModelGraph graph, Dataset data, Network trained) {
        return UnitModel.of(graph, data.spec(), Settings.adam(1, 32, 0.01), trained);
    }

    private static Tensor moved(Tensor input, int place, float step) {
        Tensor moved = new Tensor(input.shape(), input.values().clone());
        moved.values()[place] += step;
        return moved;
    }

    private static Tensor random(Tensor like, long seed) {
        Random random = new Random(seed);
        float[] values = new float[like.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(random.nextFloat() / STEP) * STEP;
        }
        return new Tensor(like.shape(), values);
    }

    /** The slope by differences, at places spread over the input; how many were not zero. */
    private static int check(UnitFunction unit, Tensor input, int places, String name) {
        Tensor gradient = unit.at(input).gradient();
        assertThat(gradient.shape()).as(name).isEqualTo(input.shape());
        int counted = 0;
        for (int i = 0; i < input.size(); i += Math.max(1, input.size() / places)) {
            double slope = (unit.at(moved(input, i, STEP)).activation()
                            - unit.at(moved(input, i, -STEP)).activation())
                    / (2 * STEP);
            assertThat((double) gradient.values()[i])
                    .as("%s, value %d", name, i)
                    .isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
            counted += slope != 0 ? 1 : 0;
        }
        return counted;
    }

    @Test
    void gradientsOfUnitsOfEveryLayerMatchFiniteDifferences() {
        Dataset digits = Examples.load("digits", Map.of());
        ModelGraph graph = Models.cnn();
        Network trained = ExplainedNetwork.fresh(graph, digits, Settings.adam(1, 32, 0.01), DataType.DOUBLE);
        for (int i = 0; i < 5; i++) {
            trained.differentiate(Examples.range(digits.train(), 32 * i, 32));
            trained.update(i, 0);
        }
        UnitModel model = model(graph, digits, trained);
        Tensor input = random(digits.test().example(0).inputs().row(0), 3);
        List<UnitLayer> layers = UnitLayers.of(new ModelFacts(graph, digits.spec()));

        assertThat(layers).hasSize(6);
        for (UnitLayer layer : layers) {
            for (Place place : Place.values()) {
                int counted = 0;
                for (int unit = 0; unit < Math.min(4, layer.units()); unit++) {
                    counted +=
                            check(model.function(new Reading(layer, unit, place)), input, 64, layer.id() + " " + place);
                }
                assertThat(counted).as(layer.id()).isPositive();
            }
        }
    }

    static Stream<Path> documents() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(Path.of("../../examples"), Path.of("../../examples/templates"))) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(file -> file.toString().endsWith(".vitrine"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files.stream();
    }

    /** Every layer that is offered is there, has as many values as it says, and its gradient is that of differences. */
    @ParameterizedTest
    @MethodSource("documents")
    void allLayersOfAllExamplesCanBeAskedOrAreRefused(Path file) throws Exception {
        GraphDocument document = DocumentJson.read(file);
        ModelGraph graph = document.flat().graph();
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        ModelFacts facts = new ModelFacts(graph, data.spec());
        List<UnitLayer> layers = UnitLayers.of(facts);
        if (UnitLayers.refusal(facts).isPresent()) {
            assertThat(layers).isEmpty();
            return;
        }
        Network trained = ExplainedNetwork.fresh(graph, data, document.training(), DataType.DOUBLE);
        UnitModel model = UnitModel.of(graph, data.spec(), document.training(), trained);
        assertThat(layers).isNotEmpty();
        Tensor input = random(data.test().example(0).inputs().row(0), 3);
        for (UnitLayer layer : layers) {
            Tensor left = model.activations(data.test().example(0), layer);
            int heads = layer.twoSided() ? 2 : 1;
            assertThat(left.size() * heads).as(layer.id()).isGreaterThanOrEqualTo(layer.units() * layer.placeCount());
            assertThat(left.shape().length).as(layer.id()).isEqualTo(2 + layer.places().length);
            // Deep graphs say nothing new from layer to layer.
            if (layers.size() < 10 || layers.indexOf(layer) % 4 == 0) {
                int unused = check(model.function(new Reading(layer, 0, Place.MEAN)), input, 3, layer.id());
            }
        }
    }

    @Test
    void aReluThatIsOffEverywhereShowsTheWayOn() {
        Dataset digits = Examples.load("digits", Map.of());
        ModelGraph graph = Graphs.chain(
                new Input(),
                new Convolution2D(2, 3, 1, 1, Padding.SAME, Activation.RELU),
                new Flatten(),
                new ClassificationOutput());
        Network trained = ExplainedNetwork.fresh(graph, digits, Settings.adam(1, 32, 0.01), DataType.DOUBLE);
        UnitLayer layer = UnitLayers.of(new ModelFacts(graph, digits.spec())).get(0);
        trained.getLayer(layer.id()).getParam("b").assign(-1000);
        UnitFunction unit = model(graph, digits, trained).unit(new Reading(layer, 1, Place.CENTRE));

        UnitFunction.Rise rise = unit.at(digits.test().example(0).inputs().row(0));

        assertThat(rise.activation()).isZero();
        float[] weights = new float[9];
        int k = 0;
        for (int row = 3; row <= 5; row++) {
            for (int column = 3; column <= 5; column++) {
                weights[k++] = rise.gradient().values()[row * 8 + column];
            }
        }
        double[] expected = new double[9];
        for (int i = 0; i < 9; i++) {
            expected[i] = trained.getLayer(layer.id()).getParam("W").getDouble(1, 0, i / 3, i % 3);
            assertThat((double) weights[i]).isCloseTo(expected[i], within(1e-6));
        }
    }
}

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
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.DataEffects;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.Network;

class OverallEffectsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private OverallEffects effects(ModelGraph graph, Dataset data, Network network) {
        return new OverallEffects(
                new AnswerFiles(new RunDirectory(folder), "session-1"),
                data,
                new ModelFacts(graph, data.spec()),
                network);
    }

    private static ModelGraph cars() {
        return Graphs.chain(new Input(), new Dense(8, Activation.TANH), new RegressionOutput(RegressionLoss.MSE));
    }

    private static Network fresh(ModelGraph graph, Dataset data) {
        return Networks.forTraining(graph, data, Settings.adam(1, 32, 0.01), 1);
    }

    private static WorkerCommand.Permute permute(String by, int examples, int repeats) {
        return new WorkerCommand.Permute("1", Part.TEST, by, 4, examples, repeats, 42);
    }

    @Test
    void columnsOfATableArePermutedWithTheirIndicators() {
        Dataset data = Examples.load("cars", Map.of());
        Network network = fresh(cars(), data);
        SessionEvent.Permuted found = effects(cars(), data, network).permute(permute("", 10_000, 3), share -> {});
        assertThat(found.by()).isEqualTo("columns");
        assertThat(found.examples()).isEqualTo(data.test().size());
        assertThat(found.parts())
                .extracting(DataEffects.PermutedPart::part)
                .contains("Origin", "Weight in lbs")
                .hasSize(7);
        assertThat(found.parts()).allSatisfy(part -> assertThat(part.losses()).hasSize(3));
        Batches.Evaluated whole = Batches.evaluate(network, data.test());
        assertThat(found.loss()).isCloseTo(whole.score().meanLoss(), within(1e-6));
        // The root mean squared error in miles per gallon.
        assertThat(found.metric()).isCloseTo(whole.metric(), within(1e-5)).isGreaterThan(1);
    }

    @Test
    void picturesArePermutedPatchByPatch() {
        Dataset data = Examples.load("digits", Map.of());
        Network network = fresh(Models.cnn(), data);
        OverallEffects effects = effects(Models.cnn(), data, network);
        SessionEvent.Permuted found = effects.permute(permute("", 30, 1), share -> {});
        assertThat(found.by()).isEqualTo("patches");
        assertThat(found.parts()).hasSize(16);
        assertThat(found.parts().get(0).part()).isEqualTo("rows 1\u20132, columns 1\u20132");
        assertThatThrownBy(() -> effects.permute(permute("steps", 30, 1), share -> {}))
                .hasMessageContaining("can not be divided into steps");
        assertThatThrownBy(() -> effects.permute(permute("colours", 30, 1), share -> {}))
                .hasMessageContaining("There is no way to divide inputs by \"colours\"");
        assertThatThrownBy(() -> effects.permute(permute("", 30, 0), share -> {}))
                .hasMessage("The number of repeats must be from 1 to 100, not 0");
    }

    @Test
    void textsAndPicturesAreRefusedWithTheReason() {
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        ModelGraph reader = Models.bidirectional();
        OverallEffects ofTexts = effects(reader, sentences, fresh(reader, sentences));
        assertThatThrownBy(() -> ofTexts.permute(permute("", 30, 1), share -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same word stands at another place");
        assertThatThrownBy(() -> ofTexts.vary(vary("x"), share -> {})).hasMessageContaining("a word is no amount");
        Dataset digits = Examples.load("digits", Map.of());
        OverallEffects ofPictures = effects(Models.cnn(), digits, fresh(Models.cnn(), digits));
        assertThatThrownBy(() -> ofPictures.vary(vary("x"), share -> {}))
                .hasMessageContaining("one pixel means nothing by itself");
    }

    private static WorkerCommand.Vary vary(String... columns) {
        return new WorkerCommand.Vary("1", Part.TEST, List.of(columns), 50, 11);
    }

    @Test
    void answersAreThoseOfExamplesWithOneColumnChanged() throws Exception {
        Dataset data = Examples.load("cars", Map.of());
        Network network = fresh(cars(), data);
        List<Double> progress = new ArrayList<>();
        SessionEvent.Varied found = effects(cars(), data, network).vary(vary("Weight in lbs"), progress::add);
        DataEffects.VariedColumn weight = found.columns().get(0);
        assertThat(weight.kind()).isEqualTo("NUMBER");
        assertThat(weight.values()).hasSize(11).isSorted();
        // In pounds, not in deviations.
        assertThat(weight.values().get(0)).isGreaterThan(1000);
        assertThat(progress).hasSize(11);
        try (Npz file = Npz.open(folder.resolve(found.file()))) {
            Tensor answers = file.read("answers");
            assertThat(answers.shape()).containsExactly(11, 50, 1);
            assertThat(file.read("own").shape()).containsExactly(50, 1);
            int example = (int) file.read("examples").values()[7];
            Tensor input = data.test().example(example).inputs();
            double own = data.targetScales().get(0).invert(network.outputs(input, null)[0]);
            assertThat((double) file.read("unchanged").values()[7]).isCloseTo(own, within(1e-4));
            int place = data.presentation().columnNames().indexOf("Weight in lbs");
            input.values()[place] = (float) ((org.vitrine.datasets.Presentation.Table) data.presentation())
                    .scales()
                    .get(place)
                    .apply(weight.values().get(3));
            double expected = data.targetScales().get(0).invert(network.outputs(input, null)[0]);
            assertThat((double) answers.values()[3 * 50 + 7]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void twoColumnsGiveMeansOverExamples() throws Exception {
        Dataset data = Examples.load("cars", Map.of());
        OverallEffects effects = effects(cars(), data, fresh(cars(), data));
        SessionEvent.Varied found = effects.vary(vary("Weight in lbs", "Origin"), share -> {});
        assertThat(found.columns().get(1).labels()).contains("USA");
        SessionEvent.Varied alone = effects.vary(vary("Weight in lbs"), share -> {});
        try (Npz file = Npz.open(folder.resolve(found.file()));
                Npz one = Npz.open(folder.resolve(alone.file()))) {
            Tensor surface = file.read("answers");
            int categories = found.columns().get(1).values().size();
            assertThat(surface.shape()).containsExactly(11, categories, 1);
            assertThat(one.read("answers").shape()).containsExactly(11, 50, 1);
        }
        assertThatThrownBy(() -> effects.vary(vary("Weight in lbs", "Weight in lbs"), share -> {}))
                .hasMessage("Column \"Weight in lbs\" is given twice");
        assertThatThrownBy(() -> effects.vary(vary("colour"), share -> {}))
                .hasMessageStartingWith("There is no column \"colour\". There are: ")
                .hasMessageContaining("Origin");
    }

    @Test
    void bothCanBeGivenUp() {
        Dataset data = Examples.load("cars", Map.of());
        OverallEffects effects = effects(cars(), data, fresh(cars(), data));
        Progress stop = share -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> effects.permute(permute("", 50, 1), stop)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> effects.vary(vary("Weight in lbs"), stop)).isInstanceOf(CancellationException.class);
    }
}

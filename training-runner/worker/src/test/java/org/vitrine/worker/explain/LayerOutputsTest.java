package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.attribution.Progress;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

class LayerOutputsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private Tensor ask(Network network, Dataset data, String layer, int examples, List<Double> progress)
            throws Exception {
        RunDirectory run = new RunDirectory(folder);
        SessionEvent.Activated answer = new LayerOutputs(new AnswerFiles(run, "session-1"), data, network)
                .of(new WorkerCommand.Activate("1", Part.TEST, layer, examples), progress::add);
        return Npy.read(folder.resolve(answer.file()));
    }

    @Test
    void eachExampleHasARowOfWhatLeavesTheLayer() throws Exception {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, Settings.adam(1, 32, 0.01), 1);
        List<Double> progress = new ArrayList<>();
        String head = network.getConfiguration().getNetworkOutputs().get(0);
        Tensor rows = ask(network, digits, head, 100, progress);
        assertThat(rows.shape()).containsExactly(100, 10);
        assertThat(progress).hasSize(2).endsWith(1.0);
        for (int i : new int[] {0, 70, 99}) {
            double[] outputs = network.outputs(digits.test().example(i));
            for (int k = 0; k < 10; k++) {
                assertThat((double) rows.row(i).values()[k]).isCloseTo(outputs[k], within(1e-5));
            }
        }
    }

    @Test
    void whatLeavesALayerOverTimeIsAveragedOverTheRealSteps() throws Exception {
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        Network network = Networks.forTraining(Models.bidirectional(), sentences, Settings.adam(1, 32, 0.01), 1);
        String embedding = network.getConfiguration().getTopologicalOrderStr().get(1);
        Tensor rows = ask(network, sentences, embedding, 5, new ArrayList<>());
        Batch batch = sentences.test().example(4);
        Tensor value = network.activation(batch, embedding).row(0);
        float[] mask = Objects.requireNonNull(batch.mask()).values();
        int steps = value.shape()[1];
        double sum = 0;
        double real = 0;
        for (int t = 0; t < steps; t++) {
            sum += mask[t] * value.values()[t];
            real += mask[t];
        }
        assertThat(real).isBetween(1.0, steps - 1.0);
        assertThat((double) rows.row(4).values()[0]).isCloseTo(sum / real, within(1e-6));
    }

    @Test
    void layersThatAreNotThereAndQuestionsThatWereGivenUpAreRefused() {
        Dataset digits = Examples.load("digits", Map.of());
        Network network = Networks.forTraining(Models.cnn(), digits, Settings.adam(1, 32, 0.01), 1);
        LayerOutputs outputs =
                new LayerOutputs(new AnswerFiles(new RunDirectory(folder), "session-1"), digits, network);
        assertThatThrownBy(() -> outputs.of(new WorkerCommand.Activate("1", Part.TEST, "nowhere", 5), share -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
        String head = network.getConfiguration().getNetworkOutputs().get(0);
        Progress givenUp = share -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> outputs.of(new WorkerCommand.Activate("1", Part.TEST, head, 500), givenUp))
                .isInstanceOf(CancellationException.class);
    }
}

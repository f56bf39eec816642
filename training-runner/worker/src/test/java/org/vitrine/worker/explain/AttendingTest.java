package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;

class AttendingTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private Attending attending(ModelGraph graph, Dataset data) {
        return new Attending(
                new AnswerFiles(new RunDirectory(folder), "1"),
                data,
                ExplainedNetwork.fresh(graph, data, Settings.adam(1, 32, 0.01), DataType.FLOAT));
    }

    @Test
    void eachHeadsWeightsOverTheRealWordsSumToOne() throws Exception {
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        SessionEvent.Attended answer = attending(Models.transformer(8, 12, 0.1), sentences)
                .attend(new WorkerCommand.Attend("q", Part.TEST, 2));
        assertThat(answer.layers()).isNotEmpty();
        int words = sentences.test().words(2).size();
        try (Npz file = Npz.open(folder.resolve(answer.file()))) {
            for (String layer : answer.layers()) {
                Tensor weights = file.read(layer);
                assertThat(weights.shape()).endsWith(words, words);
                for (int row = 0; row < weights.size() / words; row++) {
                    double sum = 0;
                    for (int key = 0; key < words; key++) {
                        sum += weights.values()[row * words + key];
                    }
                    assertThat(sum).isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @Test
    void paddingIsLeftOut() {
        Tensor weights = Tensor.of(new float[] {1, 0, 9, 0.5f, 0.5f, 9, 9, 9, 9}, 1, 3, 3);
        assertThat(Attending.real(weights, Tensor.of(new float[] {1, 1, 0}, 3)))
                .isEqualTo(Tensor.of(new float[] {1, 0, 0.5f, 0.5f}, 1, 2, 2));
        assertThat(Attending.real(weights, null)).isEqualTo(weights);
    }

    @Test
    void modelsWithoutAttentionSaySo() {
        assertThatThrownBy(() -> attending(Models.cnn(), Examples.load("digits", Map.of()))
                        .attend(new WorkerCommand.Attend("q", Part.TEST, 0)))
                .hasMessage("This model has no layer that attends to steps");
    }
}

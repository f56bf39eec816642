package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

class QuestionsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @Test
    void everyKindOfQuestionHasAnAnswer() {
        Dataset digits = Examples.load("digits", Map.of());
        TrainingSettings settings = Settings.adam(1, 32, 0.01);
        Network network = Networks.forTraining(Models.cnn(), digits, settings, 1);
        GraphDocument document =
                new GraphDocument("digits", "", DataReference.of("digits"), Models.cnn(), Map.of(), settings);
        AnswerFiles files = new AnswerFiles(new RunDirectory(folder), "session-1");

        Questions questions = new Questions(files, document, digits, network, List::of);

        assertThat(questions.kinds()).containsExactlyInAnyOrder(WorkerCommand.Question.class.getPermittedSubclasses());
    }
}

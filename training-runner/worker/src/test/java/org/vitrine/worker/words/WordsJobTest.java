package org.vitrine.worker.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.store.WordSettings;

class WordsJobTest {
    private static final int TOPICS = 8;

    @TempDir
    Path folder;

    /** Sentences about one topic each; two words of a topic never stand together, but have the same neighbours. */
    private Path planted() throws Exception {
        Draw draw = new Draw(5);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            char topic = (char) ('a' + draw.below(TOPICS));
            List<String> words = new ArrayList<>(List.of((draw.below(2) == 0 ? "one" : "other") + topic));
            for (int k = 0; k < 5; k++) {
                words.add("word" + topic + (char) ('p' + draw.below(6)));
            }
            Collections.swap(words, 0, draw.below(6));
            sentences.add(String.join(" ", words) + ".");
        }
        return Files.writeString(folder.resolve("planted.txt"), String.join(" ", sentences));
    }

    private RunDirectory run(int epochs, WordSettings settings) throws Exception {
        TrainingSettings training =
                Parameters.with(Parameters.with(TrainingSettings.DEFAULT, "epochs", epochs), "learningRate", 0.025);
        return new RunStore(folder.resolve("runs"))
                .createWords(
                        new GraphDocument(
                                "words", "", DataReference.of("planted"), ModelGraph.EMPTY, Map.of(), training),
                        settings);
    }

    private static void train(RunDirectory run) throws Exception {
        try (EventWriter events = new EventWriter(run.eventsFile())) {
            new WordsJob(run, run.readWordSettings().orElseThrow(), events::write).run();
        }
    }

    @Test
    void wordsWithTheSameNeighboursAreNear() throws Exception {
        WordSettings settings = new WordSettings(planted().toString(), 24, 5, 5, 5);
        RunDirectory run = run(3, settings);
        train(run);
        WordVectors vectors = WordVectors.read(run.words());
        assertThat(vectors.words()).hasSize(8 * TOPICS);
        for (char topic = 'a'; topic < 'a' + TOPICS; topic++) {
            char own = topic;
            assertThat(vectors.nearest("one" + topic, 7))
                    .extracting(WordVectors.Near::word)
                    .allMatch(word -> word.equals("other" + own) || word.startsWith("word" + own));
        }
        assertThat(run.readState().status()).isEqualTo(RunStatus.FINISHED);
        RunEvent.EpochDone last = run.readState().lastEpoch().orElseThrow();
        assertThat(last.epoch()).isEqualTo(3);
        // Before training each of the six terms is log 2.
        assertThat(last.trainLoss()).isLessThan(0.8 * 6 * Math.log(2));
        assertThat(last.validationLoss()).isCloseTo(last.trainLoss(), within(0.4));

        RunDirectory again = run(3, settings);
        train(again);
        assertThat(WordVectors.read(again.words()).vector("onea")).containsExactly(vectors.vector("onea"));
    }

    @Test
    void stoppingKeepsWhatWasLearned() throws Exception {
        RunDirectory run = run(5000, new WordSettings(planted().toString(), 24, 5, 5, 5));
        try (CommandWriter commands = new CommandWriter(run.commandsFile())) {
            commands.write(new WorkerCommand.Stop());
        }
        train(run);
        assertThat(run.readState().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(WordVectors.read(run.words()).words()).hasSize(8 * TOPICS);
    }

    @Test
    void aTextWithoutWordsIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("short.txt"), "Nothing comes twice here.");
        assertThatThrownBy(() -> train(run(1, new WordSettings(text.toString(), 24, 5, 2, 5))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Only 0 words stand 2 times or more");
        assertThatThrownBy(() -> new WordSettings("", 0, 5, 2, 5)).hasMessageContaining("dimensions");
    }

    @Test
    void theLossOfPairsIsThatOfTheFormula() {
        PairLoss loss = PairLoss.of(List.of(List.of("a", "b")), List.of("a", "b"), new int[] {1, 1}, 2, 1, 500, 7);
        // Both vectors are zero: each of the two terms is log 2.
        assertThat(loss.of(new float[4], new float[4], 2)).isCloseTo(2 * Math.log(2), within(1e-12));
        // True neighbours differ and have the product 3; half of the drawn words are neighbours too, the others have
        // -3.
        float[] inner = {3, 0, 0, 3};
        float[] outer = {-1, 1, 1, -1};
        double near = Math.log1p(Math.exp(-3));
        double drawn = (Math.log1p(Math.exp(3)) + near) / 2;
        assertThat(loss.of(inner, outer, 2)).isCloseTo(near + drawn, within(0.3));
    }
}

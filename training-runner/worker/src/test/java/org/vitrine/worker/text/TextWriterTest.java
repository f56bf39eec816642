package org.vitrine.worker.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.GraphCompiler;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.update.LearningRate;

class TextWriterTest {
    private static final Vocabulary LETTERS = new Vocabulary(List.of("<pad>", "<unk>", "a", "b", "c", "d"));
    private static final double SURE = 2;

    /** Embeds each token as itself and scores its successor, d's being a, with {@link #SURE}, all others with 0. */
    private static NextToken alphabet() {
        DataSpec spec = new DataSpec(new Tokens(6, 4), Target.stepClasses(6, 4));
        assertThat(LanguageModel.fits(spec)).isTrue();
        Network network = Networks.initialised(
                new GraphCompiler(
                                Graphs.chain(new Input(), new Embedding(6), new ClassificationOutput()),
                                spec,
                                Settings.adam(1, 1, 0.1),
                                org.nd4j.linalg.api.buffer.DataType.FLOAT)
                        .compile(LearningRate.of(Settings.adam(1, 1, 0.1), 1)),
                Networks.objective(
                        Graphs.chain(new Input(), new Embedding(6), new ClassificationOutput()), spec, List.of()));
        network.params().assign(0);
        for (int id = 0; id < 6; id++) {
            network.getLayer("Embedding1").getParam("W").putScalar(new int[] {id, id}, 1);
            network.getLayer("ClassificationOutput2")
                    .getParam("W")
                    .putScalar(new int[] {id, id == 5 ? 2 : Math.min(5, id + 1)}, SURE);
        }
        return new LanguageModel(network, spec);
    }

    @Test
    void greedyWritesTheAlphabetPastTheLengthOfTraining() {
        List<Double> probabilities = new ArrayList<>();
        List<Integer> written = new TextWriter(alphabet(), LETTERS)
                .write(List.of(2), 9, new Sampler(0, 0), 1, chosen -> probabilities.add(chosen.probability()));
        assertThat(Spelling.of(LETTERS).text(written)).isEqualTo("bcdabcdab");
        // The successor scores 2, the other five tokens 0.
        assertThat(probabilities)
                .allSatisfy(p -> assertThat(p).isCloseTo(Math.exp(SURE) / (Math.exp(SURE) + 5), within(1e-6)));
    }

    @Test
    void sameSeedSameTextAndNeverPaddingOrUnknown() {
        TextWriter writer = new TextWriter(alphabet(), LETTERS);
        List<Integer> one = writer.write(List.of(2), 200, new Sampler(3, 0), 7, chosen -> true);
        assertThat(writer.write(List.of(2), 200, new Sampler(3, 0), 7, chosen -> true))
                .isEqualTo(one);
        assertThat(writer.write(List.of(2), 200, new Sampler(3, 0), 8, chosen -> true))
                .isNotEqualTo(one);
        assertThat(one).contains(2, 3, 4, 5).doesNotContain(Vocabulary.PADDING, Vocabulary.UNKNOWN);
    }

    @Test
    void whoeverListensCanStopIt() {
        assertThat(new TextWriter(alphabet(), LETTERS).write(List.of(2), 9, new Sampler(0, 0), 1, chosen -> false))
                .containsExactly(3);
    }

    @Test
    void theEndTokenEndsTheText() {
        Vocabulary ending = new Vocabulary(List.of("<pad>", "<unk>", "a", "b", "c", Vocabulary.END));
        assertThat(new TextWriter(alphabet(), ending).write(List.of(2), 9, new Sampler(0, 0), 1, chosen -> true))
                .containsExactly(3, 4);
    }

    @Test
    void wordsStandApartAndCharactersClose() {
        Spelling words = Spelling.of(new Vocabulary(List.of("<pad>", "<unk>", "the", "cat")));
        assertThat(words.ids("The cat sat")).containsExactly(2, 3, 1);
        assertThat(words.text(List.of(2, 3))).isEqualTo("the cat");
        assertThat(words.continuation(List.of(3))).isEqualTo(" cat");
        Spelling letters = Spelling.of(LETTERS);
        assertThat(letters.ids("bad!")).containsExactly(3, 2, 5, 1);
        assertThat(letters.continuation(List.of(3, 2))).isEqualTo("ba");
    }

    @Test
    void aModelIsPromptedInTheTokensThatItWasTrainedOn() throws DatasetException {
        StepReference pairs = new StepReference("tokenise", Map.of("into", "byte pairs", "vocabulary", "200"));
        Dataset novel = DatasetCatalogue.builtIn()
                .load(DataReference.of("next-character").withSteps(List.of(pairs, StepReference.of("next-token"))));
        Vocabulary vocabulary = ((Presentation.Text) novel.presentation()).vocabulary();
        Spelling spelling = Spelling.of(vocabulary, novel.pipeline());
        List<Integer> ids = spelling.ids("It is a truth");
        assertThat(ids).doesNotContain(Vocabulary.UNKNOWN).hasSizeBetween(4, 11);
        assertThat(spelling.text(ids)).isEqualTo("It is a truth");
    }
}

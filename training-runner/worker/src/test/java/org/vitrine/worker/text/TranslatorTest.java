package org.vitrine.worker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.Reversals;
import org.vitrine.worker.SequenceModels;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.BriefTraining;

class TranslatorTest {
    private static final Dataset DATA = Reversals.load(3000, 200);

    @TempDir
    Path folder;

    @Test
    void aTransformerWritesWordsBackwards() throws Exception {
        writesBackwards(SequenceModels.transformer(Reversals.SOURCE, Reversals.TARGET, 32));
    }

    @Test
    void lstmsWithAttentionWriteWordsBackwards() throws Exception {
        writesBackwards(SequenceModels.attentiveLstm(Reversals.SOURCE, Reversals.TARGET, 32));
    }

    private void writesBackwards(ModelGraph graph) throws Exception {
        Network network = BriefTraining.train(graph, DATA, Settings.adam(6, 32, 0.005), folder);
        TestEvaluation evaluation = Evaluator.evaluate(network, DATA).evaluation();
        assertThat(evaluation.figures().get("exact")).isGreaterThan(0.9);
        assertThat(evaluation.figures().get("labelError")).isLessThan(0.05);
        assertThat(evaluation.figures().get("tokenAccuracy")).isGreaterThan(0.95);
        TestEvaluation.LabelRow first = evaluation.rows().get(0);
        assertThat(IntStream.range(0, first.source().length).map(i -> first.source()[first.source().length - 1 - i]))
                .containsExactly(Arrays.stream(first.actual()).boxed().toArray(Integer[]::new));
        TextAnswers answers = TextAnswers.of(network, DATA).orElseThrow();
        assertThat(answers.translate(new WorkerCommand.Translate("1", "face")).text())
                .isEqualTo("ecaf");
    }

    @Test
    void theTrueTargetIsNotSeen() {
        Network network = Networks.forTraining(
                SequenceModels.transformer(Reversals.SOURCE, Reversals.TARGET, 16), DATA, Settings.adam(1, 1, 0.1), 1);
        Translator translator = new Translator(network, DATA.spec(), Reversals.VOCABULARY);
        Batch batch = DATA.test().batch(new int[] {0, 1, 2, 3});
        Tensor mask = Objects.requireNonNull(batch.mask());
        float[] spoilt = batch.inputs().values().clone();
        float[] spoiltMask = mask.values().clone();
        int length = Reversals.SOURCE + Reversals.TARGET;
        for (int i = 0; i < spoilt.length; i++) {
            spoilt[i] = i % length < Reversals.SOURCE ? spoilt[i] : 5;
            spoiltMask[i] = i % length < Reversals.SOURCE ? spoiltMask[i] : i % 2;
        }
        List<Translator.Written> written = translator.translate(batch.inputs(), mask);
        List<Translator.Written> again =
                translator.translate(new Tensor(batch.inputs().shape(), spoilt), new Tensor(mask.shape(), spoiltMask));
        for (int i = 0; i < 4; i++) {
            assertThat(again.get(i).tokens()).containsExactly(written.get(i).tokens());
            assertThat(again.get(i).probability()).isEqualTo(written.get(i).probability());
        }
    }

    @Test
    void tooLongTextsAreRefused() {
        Network network = Networks.forTraining(
                SequenceModels.transformer(Reversals.SOURCE, Reversals.TARGET, 16), DATA, Settings.adam(1, 1, 0.1), 1);
        TextAnswers answers = TextAnswers.of(network, DATA).orElseThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> answers.translate(new WorkerCommand.Translate("1", "abcdef")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The text has 6 tokens; this model takes 1 to 5");
    }
}

package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.metrics.EditDistance;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.text.Translator;

/** Sequences that a network wrote by itself: how far they are from the true ones, and the first of them. */
final class SequenceFindings implements Findings {
    private static final int KEPT = 2000;

    private final Translator translator;
    private final Dataset data;
    private final Vocabulary vocabulary;
    private final StepScores steps;
    private final List<TestEvaluation.LabelRow> rows = new ArrayList<>();
    private int examples;
    private int exact;
    private double errors;

    SequenceFindings(Network network, Dataset data, Presentation.Text text) {
        this.translator = new Translator(network, data.spec(), text.vocabulary());
        this.data = data;
        this.vocabulary = text.vocabulary();
        this.steps = new StepScores(data.spec().target().size());
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        steps.take(outputs, batch, (example, actual, predicted, crossEntropy) -> {});
        Tensor mask = batch.mask() == null ? ones(batch.inputs()) : batch.mask();
        List<Translator.Written> written = translator.translate(batch.inputs(), mask);
        for (int i = 0; i < batch.size(); i++) {
            int[] read = written.get(i).tokens();
            int[] actual = actual(batch.targets().row(i).values());
            examples++;
            exact += Arrays.equals(actual, read) ? 1 : 0;
            errors += (double) EditDistance.between(read, actual) / Math.max(1, actual.length);
            if (rows.size() < KEPT) {
                rows.add(new TestEvaluation.LabelRow(source(batch.inputs().row(i), mask.row(i)), actual, read));
            }
        }
    }

    private static Tensor ones(Tensor like) {
        float[] values = new float[like.size()];
        Arrays.fill(values, 1);
        return new Tensor(like.shape(), values);
    }

    private int[] actual(float[] targets) {
        List<Integer> tokens = new ArrayList<>();
        for (float target : targets) {
            if (target < 0 || vocabulary.token((int) target).equals(Vocabulary.END)) {
                break;
            }
            tokens.add((int) target);
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] source(Tensor inputs, Tensor mask) {
        return java.util.stream.IntStream.range(0, translator.longestSource())
                .filter(step -> mask.values()[step] != 0)
                .map(step -> (int) inputs.values()[step])
                .toArray();
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("exact", (double) exact / Math.max(1, examples));
        figures.put("labelError", errors / Math.max(1, examples));
        figures.put("tokenAccuracy", steps.accuracy());
        figures.put("perplexity", steps.perplexity());
        figures.put("examples", (double) examples);
        return TestEvaluation.of(TestEvaluation.Kind.LABELS, loss, data.targetNames(), figures)
                .withRows(rows);
    }
}

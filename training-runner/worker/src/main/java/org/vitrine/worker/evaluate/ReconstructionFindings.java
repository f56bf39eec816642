package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.ReconstructionObjective;

/** Reconstructions: their error, and the first of them. */
final class ReconstructionFindings implements Findings {
    private static final int SHOWN = 200;

    private final ReconstructionObjective objective;
    private final Dataset data;
    private final List<float[]> shown = new ArrayList<>();
    private final List<Float> losses = new ArrayList<>();
    private double squares;
    private long values;
    private int examples;

    ReconstructionFindings(ReconstructionObjective objective, Dataset data) {
        this.objective = objective;
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        float[] inputs = batch.inputs().values();
        int width = inputs.length / batch.size();
        for (int i = 0; i < batch.size(); i++) {
            double ofExample = 0;
            for (int k = i * width; k < (i + 1) * width; k++) {
                double error = objective.value(outputs[k]) - inputs[k];
                ofExample += error * error;
            }
            losses.add((float) (ofExample / Math.max(1, width)));
            squares += ofExample;
        }
        values += inputs.length;
        examples += batch.size();
        for (int i = 0; i < batch.size() && shown.size() < SHOWN; i++) {
            float[] row = new float[width];
            for (int k = 0; k < width; k++) {
                row[k] = (float) objective.value(outputs[i * width + k]);
            }
            shown.add(row);
        }
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rmse", Math.sqrt(squares / Math.max(1, values)));
        figures.put("examples", (double) examples);
        return TestEvaluation.of(TestEvaluation.Kind.RECONSTRUCTIONS, loss, data.targetNames(), figures)
                .withOutputs(shown.toArray(new float[0][]))
                .withLosses(Floats.of(losses));
    }
}

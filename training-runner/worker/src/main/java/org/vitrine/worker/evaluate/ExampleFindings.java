package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.network.Scores;

/** The class or the values of each example. */
final class ExampleFindings implements Findings {
    private final ScoredObjective objective;
    private final Dataset data;
    private final boolean classes;
    private final int[] actual;
    private final int[] predicted;
    private final float[][] outputs;
    private final float[][] actualValues;
    private int next;

    ExampleFindings(ScoredObjective objective, Dataset data) {
        this.objective = objective;
        this.data = data;
        this.classes = data.spec().target().kind() == Target.Kind.CLASSES;
        int size = data.test().size();
        actual = new int[classes ? size : 0];
        predicted = new int[classes ? size : 0];
        outputs = new float[size][];
        actualValues = new float[classes ? 0 : size][];
    }

    @Override
    public void take(double[] raw, Batch batch) {
        int width = objective.outputs();
        for (int i = 0; i < batch.size(); i++, next++) {
            double[] ofExample = java.util.Arrays.copyOfRange(raw, i * width, (i + 1) * width);
            outputs[next] = objective.predictions(ofExample);
            if (classes) {
                actual[next] = (int) batch.targets().values()[i];
                predicted[next] = Scores.best(outputs[next]);
            } else {
                actualValues[next] = raw(batch.targets().row(i).values());
            }
        }
    }

    private float[] raw(float[] scaled) {
        float[] values = new float[scaled.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) data.targetScales().get(k).invert(scaled[k]);
        }
        return values;
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        return classes
                ? TestEvaluation.ofClasses(loss, data.targetNames(), actual, predicted, outputs)
                : TestEvaluation.ofValues(loss, data.targetNames(), outputs, actualValues)
                        .withFigures(ValueFigures.of(data, outputs, actualValues));
    }
}

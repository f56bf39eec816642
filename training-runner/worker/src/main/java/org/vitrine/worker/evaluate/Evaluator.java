package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.Score;

/** Collects a network's predictions on all test examples. */
public final class Evaluator {

    /** Loss, metric (accuracy or RMSE in raw units) and all predictions. */
    public record Result(double loss, double metric, TestEvaluation evaluation) {}

    private final Network network;
    private final Dataset data;
    private final boolean classes;
    private final int[] actual;
    private final int[] predicted;
    private final float[][] outputs;
    private final float[][] actualValues;
    private Score score = Score.NONE;
    private int next;

    private Evaluator(Network network, Dataset data) {
        this.network = network;
        this.data = data;
        this.classes = data.spec().target().kind() == Target.Kind.CLASSES;
        int size = data.test().size();
        actual = new int[classes ? size : 0];
        predicted = new int[classes ? size : 0];
        outputs = new float[size][];
        actualValues = new float[classes ? 0 : size][];
    }

    /** Predicts the test part of a data set. */
    public static Result evaluate(Network network, Dataset data) {
        Evaluator evaluator = new Evaluator(network, data);
        Batches.forEach(data.test(), evaluator::take);
        double loss = evaluator.score.meanLoss();
        TestEvaluation evaluation = new TestEvaluation(
                evaluator.classes,
                loss,
                data.targetNames(),
                evaluator.actual,
                evaluator.predicted,
                evaluator.outputs,
                evaluator.actualValues);
        return new Result(loss, network.objective().metric(evaluator.score), evaluation);
    }

    private void take(Batch batch) {
        Objective objective = network.objective();
        double[] raw = network.outputs(batch);
        score = score.plus(objective.score(raw, batch.targets(), new double[0]));
        int width = objective.outputs();
        for (int i = 0; i < batch.size(); i++, next++) {
            double[] ofExample = java.util.Arrays.copyOfRange(raw, i * width, (i + 1) * width);
            outputs[next] = objective.predictions(ofExample);
            if (classes) {
                actual[next] = (int) batch.targets().values()[i];
                predicted[next] = Predictions.best(outputs[next]);
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
}

package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.Score;
import org.vitrine.worker.network.ScoredObjective;

/** Collects a network's predictions on all test examples. */
public final class Evaluator {

    /** Loss, metric (accuracy, RMSE in raw units) and all predictions. */
    public record Result(double loss, double metric, TestEvaluation evaluation) {}

    private Evaluator() {}

    /** Predicts the test part of a data set. */
    public static Result evaluate(Network network, Dataset data) {
        Objective objective = network.objective();
        Findings findings = objective instanceof ScoredObjective scored
                ? new ExampleFindings(scored, data)
                : new StepFindings(data);
        Score[] total = {Score.NONE};
        Batches.forEach(data.test(), batch -> {
            double[] outputs = network.outputs(batch);
            total[0] = total[0].plus(objective.score(outputs, batch, new double[0]));
            findings.take(outputs, batch);
        });
        double loss = total[0].meanLoss();
        return new Result(loss, objective.metric(total[0]), findings.evaluation(loss));
    }
}

package org.vitrine.worker.evaluate;

import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.CtcObjective;
import org.vitrine.worker.network.DetectionObjective;
import org.vitrine.worker.network.EmbeddingObjective;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.ReconstructionObjective;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.text.Translator;

/** Collects what a network made of the test part, batch by batch. */
interface Findings {

    /** Takes the network's outputs for the next batch. */
    void take(double[] outputs, Batch batch);

    /** All that was found. */
    TestEvaluation evaluation(double loss);

    /** What fits the objective and the data. */
    static Findings of(Network network, Dataset data) {
        Objective objective = network.objective();
        boolean unseen = data.descriptor().task() == Task.VERIFICATION;
        if (objective instanceof EmbeddingObjective embedding && (unseen || !(objective instanceof ScoredObjective))) {
            return new EmbeddingFindings(network, embedding, data);
        } else if (objective instanceof ScoredObjective scored) {
            return new ExampleFindings(scored, data);
        } else if (objective instanceof CtcObjective labels) {
            return new LabelFindings(labels, data);
        } else if (objective instanceof DetectionObjective detection) {
            return new BoxFindings(detection, data);
        } else if (objective instanceof ReconstructionObjective reconstruction) {
            return new ReconstructionFindings(reconstruction, data);
        }
        return Translator.fits(data.spec()) && data.presentation() instanceof Presentation.Text text
                ? new SequenceFindings(network, data, text)
                : new StepFindings(data);
    }
}

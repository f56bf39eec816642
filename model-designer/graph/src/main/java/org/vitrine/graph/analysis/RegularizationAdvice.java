package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import java.util.Optional;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.NodeId;

/** Dropout and batch normalisation where they do harm. */
final class RegularizationAdvice {
    private static final double STRONG = 0.7;

    /** Statistics of fewer examples than this are guesses (Wu and He 2018). */
    static final int SMALL_BATCH = 8;

    private RegularizationAdvice() {}

    static void run(Survey survey) {
        int batch = survey.document().training().batchSize();
        for (NodeId id : survey.index().order()) {
            LayerSpec layer = survey.index().layer(id);
            if (layer instanceof Dropout dropout && dropout.rate() > 0) {
                dropout(survey, id, dropout);
            }
            if (layer instanceof BatchNormalization && batch < SMALL_BATCH) {
                survey.add(advice("style.norm-small-batch", new AtNode(id), id, batch));
            }
        }
    }

    private static void dropout(Survey survey, NodeId id, Dropout dropout) {
        long percent = Math.round(100 * dropout.rate());
        if (dropout.rate() >= STRONG) {
            survey.add(advice("style.dropout-strong", new AtNode(id), id, percent, 100 - percent));
        }
        Optional<NodeId> next = Chains.behind(survey, id);
        while (next.isPresent() && survey.index().layer(next.get()) instanceof ActivationLayer) {
            next = Chains.behind(survey, next.get());
        }
        if (next.isEmpty()) {
            return;
        }
        LayerSpec behind = survey.index().layer(next.get());
        if (behind instanceof BatchNormalization) {
            survey.add(advice("style.dropout-before-norm", new AtNode(id), id, next.get(), percent));
        }
        if (behind instanceof RegressionOutput || behind instanceof ReconstructionOutput) {
            survey.add(advice("style.dropout-before-values", new AtNode(id), id, next.get(), percent));
        }
    }
}

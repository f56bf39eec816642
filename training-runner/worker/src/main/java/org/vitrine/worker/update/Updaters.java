package org.vitrine.worker.update;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;

/** Training settings as DL4J's updaters and regularisation. */
public final class Updaters {
    /** Decay of the mean squared gradient of RMSProp (Tieleman and Hinton 2012). */
    private static final double RMS_DECAY = 0.9;

    private static final double EPSILON = 1e-8;

    private Updaters() {}

    /** The updater that the settings name. Adam (Kingma and Ba 2015) with β1 = 0.9, β2 = 0.999. */
    public static IUpdater updater(TrainingSettings settings, LearningRate rate) {
        return switch (settings.updater()) {
            case SGD -> new Sgd(rate);
            case MOMENTUM -> new Momentum(rate, settings.momentum());
            case NESTEROV -> new Nesterovs(rate, settings.momentum());
            case RMSPROP ->
                RmsProp.builder()
                        .learningRateSchedule(rate)
                        .rmsDecay(RMS_DECAY)
                        .epsilon(EPSILON)
                        .build();
            case ADAGRAD ->
                AdaGrad.builder().learningRateSchedule(rate).epsilon(EPSILON).build();
            case ADAM, ADAMW ->
                Adam.builder()
                        .learningRateSchedule(rate)
                        .beta1(0.9)
                        .beta2(0.999)
                        .epsilon(EPSILON)
                        .build();
        };
    }

    /**
     * What is added to the loss or the update of weights; biases, gains and offsets are left alone. L1 adds λ Σ|w|, L2 adds
     * λ/2 Σw². AdamW takes η λ w off the weights beside the Adam step.
     */
    public static List<Regularization> regularization(TrainingSettings settings) {
        List<Regularization> terms = new ArrayList<>();
        if (settings.l1() > 0) {
            terms.add(new L1Regularization(settings.l1()));
        }
        if (settings.l2() > 0) {
            terms.add(new L2Regularization(settings.l2()));
        }
        if (settings.updater() == Updater.ADAMW && settings.weightDecay() > 0) {
            terms.add(new DecoupledWeightDecay(settings.weightDecay()));
        }
        return terms;
    }
}

package org.vitrine.editor.inspector;

import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;

/** Which training settings matter for the others: the momentum of Adam does nothing, so it can not be typed. */
public final class TrainingRelevance {
    private TrainingRelevance() {}

    /** Whether the component called {@code name} has an effect. */
    public static boolean matters(TrainingSettings settings, String name) {
        return switch (name) {
            case "momentum" -> settings.updater() == Updater.MOMENTUM || settings.updater() == Updater.NESTEROV;
            case "weightDecay" -> settings.updater() == Updater.ADAMW;
            case "scheduleFactor" -> settings.schedule() != Schedule.CONSTANT;
            case "scheduleEpochs" ->
                settings.schedule() == Schedule.STEP || settings.schedule() == Schedule.EXPONENTIAL;
            case "clippingThreshold" -> settings.clipping() != Clipping.NONE;
            case "restoreBest" -> settings.patience() > 0;
            default -> true;
        };
    }
}

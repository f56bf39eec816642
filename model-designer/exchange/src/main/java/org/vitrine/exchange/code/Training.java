package org.vitrine.exchange.code;

import java.util.Locale;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;

/** What programs in Python have in common: the constants at their top. */
public final class Training {
    private Training() {}

    /** Whether the learning rate is the same from the first step to the last. */
    public static boolean isConstant(TrainingSettings settings) {
        return settings.schedule() == Schedule.CONSTANT && settings.warmupIterations() == 0;
    }

    /** Named numbers, those alone that the settings use. */
    public static void constants(CodeWriter out, TrainingSettings settings) {
        out.line("SEED = " + settings.seed());
        out.line("EPOCHS = " + settings.epochs());
        out.line("BATCH_SIZE = " + settings.batchSize());
        out.line("LEARNING_RATE = " + Literals.real(settings.learningRate()));
        if (settings.patience() > 0) {
            out.line("PATIENCE = " + settings.patience() + "  # epochs without a lower validation loss");
        }
    }

    /** The sentence about the schedule, for documentation within the program. */
    public static String schedule(TrainingSettings settings) {
        String name = settings.schedule().name().toLowerCase(Locale.ROOT);
        return settings.warmupIterations() > 0
                ? settings.warmupIterations() + " steps of linear warm-up, then " + name
                : name;
    }

    /** The learning rate of a step after the warm-up as a share of the first one, in Python; {@code math} is given. */
    public static String share(TrainingSettings settings, String math) {
        String factor = Literals.real(settings.scheduleFactor());
        int every = settings.scheduleEpochs();
        return switch (settings.schedule()) {
            case CONSTANT -> "1.0";
            case STEP -> factor + " ** (step // batches // " + every + ")";
            case EXPONENTIAL -> factor + " ** (step // batches / " + every + ")";
            case COSINE ->
                factor + " + (1 - " + factor + ") * 0.5 * (1 + " + math + ".cos(" + math + ".pi * progress))";
        };
    }
}

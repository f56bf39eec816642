package org.vitrine.worker;

import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.model.WeightInit;
import org.vitrine.graph.parameter.Parameters;

/** Training settings with a few changes. */
public final class Settings {
    private Settings() {}

    /** Adam at a constant rate, seed 7, nothing else. */
    public static TrainingSettings adam(int epochs, int batchSize, double rate) {
        return of(Updater.ADAM, epochs, batchSize, rate);
    }

    public static TrainingSettings of(Updater updater, int epochs, int batchSize, double rate) {
        return new TrainingSettings(
                epochs,
                batchSize,
                7,
                updater,
                rate,
                0.9,
                Schedule.CONSTANT,
                1,
                1,
                0,
                0,
                0,
                0.01,
                Clipping.NONE,
                1,
                WeightInit.XAVIER,
                0,
                true);
    }

    /** The same with another schedule. */
    public static TrainingSettings with(TrainingSettings base, Schedule schedule, double factor) {
        return Parameters.with(Parameters.with(base, "schedule", schedule), "scheduleFactor", factor);
    }
}

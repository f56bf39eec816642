package org.vitrine.worker.train;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.network.ValueRange;

/** Puts a loss or gradient that is no number into words: where it came from, and what helps under these settings. */
final class Divergence {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.vitrine.worker.train.messages");

    private Divergence() {}

    /** @param iteration from 1 */
    static RunEvent.NonFiniteLocated located(int iteration, Diagnosis diagnosis) {
        ValueRange input = diagnosis.input();
        boolean known = input.low() <= input.high();
        return new RunEvent.NonFiniteLocated(
                iteration,
                diagnosis.node(),
                diagnosis.pass(),
                known ? input.low() : Double.NaN,
                known ? input.high() : Double.NaN,
                diagnosis.cause().name());
    }

    /** @param iteration from 1 */
    static RunEvent.TrainingDiverged at(
            int iteration, double loss, double gradientNorm, Diagnosis diagnosis, TrainingSettings settings) {
        String what = Double.isFinite(loss)
                ? text("diverged.gradient", Double.toString(gradientNorm), Integer.toString(iteration))
                : text("diverged.loss", Double.toString(loss), Integer.toString(iteration));
        return new RunEvent.TrainingDiverged(
                iteration,
                what + ". " + where(diagnosis) + " " + text("cause." + diagnosis.cause()),
                advice(diagnosis.cause(), settings));
    }

    private static String where(Diagnosis diagnosis) {
        ValueRange input = diagnosis.input();
        String range = input.low() <= input.high()
                ? text("input.range", number(input.low()), number(input.high()))
                : text("input.none");
        String key = diagnosis.pass().equals("data") ? "where." + diagnosis.cause() : "where." + diagnosis.pass();
        return text(key, diagnosis.node(), range, Long.toString(input.nonFinite()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static List<String> advice(Diagnosis.Cause cause, TrainingSettings settings) {
        List<String> advice = new ArrayList<>();
        switch (cause) {
            case DATA, TARGETS -> {
                advice.add(text("advice.clean"));
                return advice;
            }
            case UNSCALED_INPUT -> advice.add(text("advice.scale"));
            case UNDEFINED_OPERATION, LOSS -> advice.add(text("advice.layer"));
            default -> {}
        }
        advice.add(text("advice.rate", String.format(Locale.ROOT, "%.2g", settings.learningRate() / 10)));
        if (settings.clipping() == Clipping.NONE) {
            advice.add(text("advice.clip"));
        }
        if (settings.warmupIterations() == 0) {
            advice.add(text("advice.warmup"));
        }
        if (cause == Diagnosis.Cause.EXPLODING_ACTIVATIONS) {
            advice.add(text("advice.normalise"));
        }
        return advice;
    }

    private static String text(String key, Object... arguments) {
        return MessageFormat.format(TEXTS.getString(key), arguments);
    }
}

package org.vitrine.worker.train;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.event.RunEvent;

/** Puts a loss or gradient that is no number into words, with what usually helps under these settings. */
final class Divergence {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.vitrine.worker.train.messages");

    private Divergence() {}

    /** @param iteration from 1 */
    static RunEvent.TrainingDiverged at(int iteration, double loss, double gradientNorm, TrainingSettings settings) {
        String what = Double.isFinite(loss)
                ? text("diverged.gradient", Double.toString(gradientNorm), Integer.toString(iteration))
                : text("diverged.loss", Double.toString(loss), Integer.toString(iteration));
        List<String> advice = new ArrayList<>();
        advice.add(text("advice.rate", String.format(Locale.ROOT, "%.2g", settings.learningRate() / 10)));
        if (settings.clipping() == Clipping.NONE) {
            advice.add(text("advice.clip"));
        }
        if (settings.warmupIterations() == 0) {
            advice.add(text("advice.warmup"));
        }
        advice.add(text("advice.data"));
        return new RunEvent.TrainingDiverged(iteration, what, advice);
    }

    private static String text(String key, Object... arguments) {
        return MessageFormat.format(TEXTS.getString(key), arguments);
    }
}

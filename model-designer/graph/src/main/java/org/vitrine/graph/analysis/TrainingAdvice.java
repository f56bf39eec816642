package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import java.util.List;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.shape.Tokens;

/** Training settings and data steps that are far from what works. */
final class TrainingAdvice {
    /** Steps whose results differ in scale from column to column, so that they want normalising. */
    static final List<String> UNEVEN = List.of("encode", "spectrogram", "mfcc", "fourier");

    private static final int MANY_ATTENTIONS = 3;
    private static final double STRONG_L2 = 1e-3;

    /** Learning rates that are usual for an optimiser. */
    record Rates(double least, double usual, double most) {
        static Rates of(Updater updater) {
            return switch (updater) {
                case SGD -> new Rates(1e-4, 0.05, 1);
                case MOMENTUM, NESTEROV -> new Rates(1e-4, 0.01, 0.5);
                case ADAGRAD -> new Rates(1e-4, 0.01, 1);
                case RMSPROP -> new Rates(1e-5, 0.001, 0.02);
                case ADAM, ADAMW -> new Rates(1e-5, 0.001, 0.05);
            };
        }
    }

    private TrainingAdvice() {}

    static void run(Survey survey) {
        TrainingSettings training = survey.document().training();
        Rates rates = Rates.of(training.updater());
        if (training.learningRate() > rates.most() || training.learningRate() < rates.least()) {
            survey.add(advice(
                    "style.learning-rate",
                    new Everywhere(),
                    SettingsChecks.plain(training.learningRate()),
                    training.updater(),
                    SettingsChecks.plain(rates.least()),
                    SettingsChecks.plain(rates.most())));
        }
        if (training.updater() == Updater.ADAM && training.l2() >= STRONG_L2) {
            survey.add(advice("style.l2-with-adam", new Everywhere(), SettingsChecks.plain(training.l2())));
        }
        warmUp(survey, training);
        normalise(survey);
    }

    private static void warmUp(Survey survey, TrainingSettings training) {
        long attentions = survey.document().flat().graph().nodes().stream()
                .map(Node::layer)
                .filter(layer -> layer instanceof SelfAttention || layer instanceof CrossAttention)
                .count();
        if (attentions >= MANY_ATTENTIONS && training.warmupIterations() == 0) {
            survey.add(advice("style.warm-up", new Everywhere(), attentions));
        }
    }

    /** Where the document names its steps itself and none of them normalises what should be. */
    private static void normalise(Survey survey) {
        boolean numbers = survey.data().stream().noneMatch(data -> data.input() instanceof Tokens);
        List<StepReference> steps = survey.document().data().steps().orElse(List.of());
        List<String> names = steps.stream().map(StepReference::step).toList();
        boolean uneven = names.stream().anyMatch(UNEVEN::contains);
        if (numbers && uneven && !names.contains("normalise")) {
            survey.add(advice("style.not-normalised", new Everywhere(), String.join(", ", names), names.size()));
        }
    }

    /** Nodes that normalise over the batch, for remedies. */
    static List<NodeId> all(Survey survey, Class<?> kind) {
        return survey.index().order().stream()
                .filter(id -> kind.isInstance(survey.index().layer(id)))
                .toList();
    }
}

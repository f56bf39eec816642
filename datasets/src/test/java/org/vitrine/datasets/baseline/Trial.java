package org.vitrine.datasets.baseline;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.random.Draw;

/**
 * Trains a model with a few learning rates and weight decays, keeps the epoch that the validation part likes best, and tells
 * the score of that one on the test part.
 */
final class Trial {
    private static final int BATCH = 32;
    private static final int HIDDEN = 64;
    private static final int SEED = 1;
    /** Epochs without a better validation score, and steps, after which training ends. */
    private static final int PATIENCE = 8;

    private static final int LEAST_STEPS = 1500;
    /** Of rows with up to thirty entries; of longer ones less, since each entry moves the outputs. */
    private static final double[] RATES = {0.03, 0.005};

    private static final double USUAL_ENTRIES = 30;
    private static final double[] DECAYS = {0, 0.3};
    /** Multiplications of one training, so that none takes minutes. */
    private static final double MOST_WORK = 1e10;

    private static final int MOST_ROWS = 80_000;

    private final Dataset dataset;
    private final Exercise exercise;
    private final int hidden;
    private final int inputs;
    private final Rows train;
    private final Rows validation;
    private final Rows test;
    private final Answers trainAnswers;
    private final Answers validationAnswers;
    private final Answers testAnswers;

    Trial(Dataset dataset, boolean network) {
        this.dataset = dataset;
        this.exercise = Exercise.of(dataset);
        this.hidden = network ? HIDDEN : 0;
        Encoder encoder = Encoder.of(dataset, network).centred(dataset.train());
        inputs = encoder.width();
        train = rows(encoder, dataset.train());
        validation = rows(encoder, dataset.validation());
        test = rows(encoder, dataset.test());
        trainAnswers = exercise.answers(dataset.train());
        validationAnswers = exercise.answers(dataset.validation());
        testAnswers = exercise.answers(dataset.test());
        double magnitude = train.magnitude();
        List.of(train, validation, test).forEach(part -> part.divide(magnitude));
    }

    double score() {
        Found best = new Found(worst(), Double.POSITIVE_INFINITY, worst());
        for (double rate : RATES) {
            for (double decay : DECAYS) {
                Found found = run(rate, decay);
                best = isBetter(found, best) ? found : best;
            }
        }
        return best.test();
    }

    private Found run(double usualRate, double decay) {
        double entries = (double) train.entries() / train.size();
        double rate = usualRate * Math.min(1, USUAL_ENTRIES / entries);
        Perceptron model =
                new Perceptron(inputs, hidden, exercise.outputs(), exercise.groupSize(), Math.sqrt(2 / entries), SEED);
        Found best = new Found(worst(), Double.POSITIVE_INFINITY, worst());
        double width = hidden == 0 ? exercise.outputs() : hidden;
        double work = 3 * (train.entries() * width + (double) train.size() * hidden * exercise.outputs());
        int patience = Math.max(PATIENCE, LEAST_STEPS * BATCH / train.size());
        int epochs = (int) Math.max(2, Math.min(4.0 * patience, MOST_WORK / work));
        int since = 0;
        for (int epoch = 0; epoch < epochs && since < patience; epoch++) {
            double annealed = rate * (1 - (double) epoch / epochs);
            model.train(train, trainAnswers, BATCH, annealed, decay, new Draw(epoch));
            double validated = exercise.score(outputs(model, validation), validationAnswers, dataset);
            Found found = new Found(validated, model.loss(validation, validationAnswers), worst());
            since++;
            if (isBetter(found, best)) {
                best = found.withTest(exercise.score(outputs(model, test), testAnswers, dataset));
                since = 0;
            }
        }
        return best;
    }

    private static List<float[]> outputs(Perceptron model, Rows rows) {
        List<float[]> outputs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            outputs.add(model.outputs(rows, row));
        }
        return outputs;
    }

    private static Rows rows(Encoder encoder, Split part) {
        Rows rows = new Rows();
        for (int i = 0; i < part.size() && rows.size() < MOST_ROWS; i++) {
            encoder.add(rows, part.example(i));
        }
        return rows;
    }

    private double worst() {
        return exercise.higherIsBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** By the score; of equal ones, as small validation parts have many, by the loss. */
    private boolean isBetter(Found one, Found other) {
        if (one.validation() == other.validation()) {
            return one.loss() < other.loss();
        }
        return exercise.higherIsBetter() == (one.validation() > other.validation());
    }

    private record Found(double validation, double loss, double test) {
        Found withTest(double score) {
            return new Found(validation, loss, score);
        }
    }
}

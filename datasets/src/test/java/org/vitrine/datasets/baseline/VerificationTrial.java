package org.vitrine.datasets.baseline;

import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.metrics.Pairs;
import org.vitrine.datasets.metrics.Roc;
import org.vitrine.datasets.random.Draw;

/**
 * Tells whether two examples of unseen classes are of one class, by their distance: as they are, or in the hidden layer of a
 * network that knows the classes of the training part.
 */
final class VerificationTrial {
    private static final int HIDDEN = 64;
    private static final int EPOCHS = 30;
    private static final int BATCH = 32;
    private static final double RATE = 0.0005;
    /** All pairs of them are compared. */
    private static final int MOST = 1500;

    private final Dataset dataset;
    private final Rows train = new Rows();
    private final Rows test = new Rows();
    private final Encoder encoder;

    VerificationTrial(Dataset dataset) {
        this.dataset = dataset;
        encoder = Encoder.of(dataset, false).centred(dataset.train());
        add(train, dataset.train(), dataset.train().size());
        add(test, dataset.test(), Math.min(MOST, dataset.test().size()));
        double magnitude = train.magnitude();
        train.divide(magnitude);
        test.divide(magnitude);
    }

    /** Area under the ROC curve. */
    double score(boolean network) {
        int n = test.size();
        int width = network ? HIDDEN : encoder.width();
        double[] embeddings = new double[n * width];
        Perceptron model = network ? trained() : null;
        for (int row = 0; row < n; row++) {
            if (model != null) {
                float[] inner = model.inner(test, row);
                for (int i = 0; i < width; i++) {
                    embeddings[row * width + i] = inner[i];
                }
            } else {
                for (int i = 0; i < test.places(row).length; i++) {
                    embeddings[row * width + test.places(row)[i]] = test.values(row)[i];
                }
            }
        }
        return Pairs.of(embeddings, labels(dataset.test(), n))
                .roc()
                .map(Roc::area)
                .orElse(Double.NaN);
    }

    private Perceptron trained() {
        int classes = dataset.spec().target().size();
        Perceptron model = new Perceptron(
                encoder.width(), HIDDEN, classes, classes, Math.sqrt(2.0 * train.size() / train.entries()), 1);
        Answers answers = Answers.of(labels(dataset.train(), train.size()), 1);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            model.train(train, answers, BATCH, RATE * (1 - (double) epoch / EPOCHS), 0, new Draw(epoch));
        }
        return model;
    }

    private void add(Rows rows, Split part, int count) {
        for (int i = 0; i < count; i++) {
            encoder.add(rows, part.example(i));
        }
    }

    private static int[] labels(Split part, int count) {
        return IntStream.range(0, count)
                .map(i -> (int) part.example(i).targets().values()[0])
                .toArray();
    }
}

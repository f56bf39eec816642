package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Tokens;

/** A linear model scores what is known of it: labels belong to their inputs, and easy sets are easy, hard ones hard. */
class DifficultyTest {

    @ParameterizedTest
    @CsvSource({
        "mnist, 3, 0.02, 0.87, 0.93",
        "fashion-mnist, 3, 0.02, 0.80, 0.87",
        "digits, 10, 0.02, 0.93, 1",
        "stroke-digits, 8, 0.02, 0.90, 0.96",
        "hard-digits, 8, 0.02, 0.33, 0.48",
        "faces, 10, 0.002, 0.68, 0.84",
        "iris, 40, 0.1, 0.93, 1",
        "wine, 20, 0.1, 0.94, 1",
        "breast-cancer, 20, 0.05, 0.95, 1",
        "penguins, 20, 0.1, 0.97, 1",
        "moons, 10, 0.1, 0.82, 0.92",
        "circles, 10, 0.1, 0, 0.65",
        "spirals, 10, 0.1, 0, 0.72",
        "xor, 10, 0.1, 0, 0.65",
        "gaussians, 10, 0.1, 0.93, 1",
    })
    void aLinearModelScoresAsExpected(String id, int epochs, double rate, double least, double most)
            throws DatasetException {
        Dataset dataset = load(id, Map.of());
        double score = SoftmaxRegression.score(
                dataset.train(), dataset.test(), dataset.spec().target().size(), epochs, rate);
        assertThat(score).as("linear test accuracy on %s", id).isBetween(least, most);
    }

    @Test
    void countingWordsJudgesReviewsButNotTokenOrder() throws DatasetException {
        assertThat(bagOfWords(load("sentiment-sentences", Map.of()))).isBetween(0.77, 0.88);
        assertThat(bagOfWords(load("token-order", Map.of()))).isBetween(0.42, 0.58);
        assertThat(bagOfWords(load("sentiment-grammar", Map.of()))).isBetween(0.43, 0.57);
        assertThat(bagOfWords(load("brackets", Map.of()))).isBetween(0.43, 0.57);
    }

    @Test
    void leastSquaresFindThePlaneAndItsNoise() throws DatasetException {
        Dataset dataset = load("plane", Map.of("examples", "2000", "noise", "0.2"));
        double[] weights = leastSquares(dataset.train());
        assertThat(weights[0]).isCloseTo(1.5, within(0.03));
        assertThat(weights[1]).isCloseTo(-2.0, within(0.03));
        assertThat(weights[2]).isCloseTo(0.5, within(0.03));
        assertThat(Math.sqrt(meanSquaredError(weights, dataset.test()))).isCloseTo(0.2, within(0.02));
        Dataset exact = load("plane", Map.of("noise", "0"));
        assertThat(meanSquaredError(leastSquares(exact.train()), exact.test())).isLessThan(1e-9);
    }

    @Test
    void leastSquaresExplainHalfOfDiabetes() throws DatasetException {
        Dataset dataset = load("diabetes", Map.of());
        // Targets have variance 1 on the training part.
        double error = meanSquaredError(leastSquares(dataset.train()), dataset.test());
        assertThat(1 - error).isBetween(0.35, 0.6);
    }

    private static double bagOfWords(Dataset dataset) {
        int words = (int) ((Tokens) dataset.spec().input()).vocabulary();
        SoftmaxRegression model = new SoftmaxRegression(words, 2);
        Batch train = SoftmaxRegression.all(dataset.train());
        Batch test = SoftmaxRegression.all(dataset.test());
        model.fit(counts(train, words), train.targets().values(), 8, 0.2);
        return model.accuracy(counts(test, words), test.targets().values());
    }

    private static Tensor counts(Batch batch, int words) {
        Tensor counts = Tensor.zeros(batch.size(), words);
        int length = batch.inputs().shape()[1];
        for (int i = 0; i < batch.inputs().size(); i++) {
            int id = (int) batch.inputs().values()[i];
            counts.values()[i / length * words + id] += id == 0 ? 0 : 1;
        }
        return counts;
    }

    /** Solves the normal equations by Gaussian elimination; the last weight is the offset. */
    private static double[] leastSquares(Split split) {
        Batch batch = SoftmaxRegression.all(split);
        int width = batch.inputs().shape()[1] + 1;
        double[][] system = new double[width][width + 1];
        for (int row = 0; row < batch.size(); row++) {
            double[] x = extended(batch, row);
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    system[i][j] += x[i] * x[j];
                }
                system[i][width] += x[i] * batch.targets().values()[row];
            }
        }
        for (int pivot = 0; pivot < width; pivot++) {
            for (int i = 0; i < width; i++) {
                double factor = i == pivot ? 0 : system[i][pivot] / system[pivot][pivot];
                for (int j = pivot; j <= width; j++) {
                    system[i][j] -= factor * system[pivot][j];
                }
            }
        }
        return IntStream.range(0, width)
                .mapToDouble(i -> system[i][width] / system[i][i])
                .toArray();
    }

    private static double meanSquaredError(double[] weights, Split split) {
        Batch batch = SoftmaxRegression.all(split);
        double sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            double[] x = extended(batch, row);
            double error = -batch.targets().values()[row];
            for (int i = 0; i < weights.length; i++) {
                error += weights[i] * x[i];
            }
            sum += error * error;
        }
        return sum / batch.size();
    }

    private static double[] extended(Batch batch, int row) {
        int width = batch.inputs().shape()[1];
        double[] x = new double[width + 1];
        for (int i = 0; i < width; i++) {
            x[i] = batch.inputs().values()[row * width + i];
        }
        x[width] = 1;
        return x;
    }

    private static Dataset load(String id, Map<String, String> options) throws DatasetException {
        return DatasetCatalogue.builtIn().load(new DataReference(id, options));
    }
}

package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Tokens;

/** What a little more than a linear model sees in generated data, and what it still misses. */
class GeneratedDifficultyTest {

    @Test
    void aHiddenLayerReadsHardDigitsFarBetterThanALinearModel() throws DatasetException {
        Dataset dataset = load("hard-digits");
        Batch train = SoftmaxRegression.all(dataset.train());
        Batch test = SoftmaxRegression.all(dataset.test());
        SmallNetwork network = new SmallNetwork(train.inputs().size() / train.size(), 64, 10);
        network.fit(train.inputs(), train.targets().values(), 6, 0.03);
        assertThat(network.accuracy(test.inputs(), test.targets().values())).isBetween(0.63, 0.8);
    }

    @Test
    void neighbouringWordsTellSomeOfTheGrammarsSentences() throws DatasetException {
        assertThat(neighbours(load("sentiment-grammar"))).isBetween(0.63, 0.78);
    }

    @Test
    void neighbouringBracketsTellNothing() throws DatasetException {
        assertThat(neighbours(load("brackets"))).isBetween(0.43, 0.58);
    }

    @Test
    void pixelsHardlyTellWhetherTwoPicturesShowTheSameStranger() throws DatasetException {
        Batch test = SoftmaxRegression.all(load("strangers").test());
        float[] people = test.targets().values();
        Draw draw = new Draw(1);
        int pairs = 0;
        double nearer = 0;
        while (pairs < 3000) {
            int one = draw.below(people.length);
            int same = draw.below(people.length);
            int other = draw.below(people.length);
            if (one != same && people[one] == people[same] && people[one] != people[other]) {
                pairs++;
                nearer += distance(test, one, same) < distance(test, one, other) ? 1 : 0;
            }
        }
        assertThat(nearer / pairs).isBetween(0.53, 0.68);
    }

    private static double distance(Batch batch, int one, int other) {
        float[] values = batch.inputs().values();
        int width = values.length / batch.size();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = values[one * width + i] - values[other * width + i];
            sum += difference * difference;
        }
        return sum;
    }

    /** Accuracy of a linear model of which tokens stand beside which. */
    private static double neighbours(Dataset dataset) {
        int words = (int) ((Tokens) dataset.spec().input()).vocabulary();
        Batch train = SoftmaxRegression.all(dataset.train());
        Batch test = SoftmaxRegression.all(dataset.test());
        SoftmaxRegression model = new SoftmaxRegression(words * words, 2);
        model.fit(pairs(train, words), train.targets().values(), 8, 0.2);
        return model.accuracy(pairs(test, words), test.targets().values());
    }

    private static Tensor pairs(Batch batch, int words) {
        Tensor counts = Tensor.zeros(batch.size(), words * words);
        int length = batch.inputs().shape()[1];
        float[] ids = batch.inputs().values();
        for (int row = 0; row < batch.size(); row++) {
            for (int step = 1; step < length && ids[row * length + step] != 0; step++) {
                int pair = (int) (ids[row * length + step - 1] * words + ids[row * length + step]);
                counts.values()[row * words * words + pair]++;
            }
        }
        return counts;
    }

    private static Dataset load(String id) throws DatasetException {
        return DatasetCatalogue.builtIn().load(DataReference.of(id));
    }
}

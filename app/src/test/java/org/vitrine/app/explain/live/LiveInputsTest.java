package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.app.sketch.Framing;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

class LiveInputsTest {
    private static Dataset load(String id) throws Exception {
        return DatasetCatalogue.builtIn().load(DataReference.of(id));
    }

    /** A record that is not differenced. */
    private static Dataset levels() throws Exception {
        return DatasetCatalogue.builtIn()
                .load(DataReference.of("co2")
                        .withSteps(List.of(
                                new StepReference("normalise", Map.of()),
                                new StepReference("windows", Map.of("length", "12")))));
    }

    private static void assertSame(Dataset data, NewInput input, int example) throws Exception {
        Tensor given = new InputReader(data.pipeline()).read(input).numbers().tensor();
        Tensor known = data.test().example(example).inputs().row(0);
        assertThat(given.shape()).isEqualTo(known.shape());
        assertThat(given.values()).containsExactly(known.values(), within(2e-4f));
    }

    /** An example that is given anew is what it was: nothing is lost between the page and the network. */
    @Test
    void examplesGivenByHandAreTheExamples() throws Exception {
        Dataset mnist = load("mnist");
        assertSame(mnist, NewInput.numbers(Tensor.of(LiveInputs.raster(mnist, 5).values(), 1, 28, 28)), 5);
        for (String id : List.of("iris", "penguins", "cars")) {
            Dataset table = load(id);
            LiveInput.Columns columns = (LiveInput.Columns) LiveInputs.of(table);
            assertSame(table, NewInput.cells(LiveInputs.cells(table, columns.columns(), 4)), 4);
        }
        Dataset record = levels();
        assertSame(record, NewInput.numbers(LiveInputs.record(record, 3)), 3);
        Dataset strips = load("digit-strips");
        assertSame(
                strips, NewInput.numbers(Tensor.of(LiveInputs.raster(strips, 5).values(), 8, 55)), 5);
        Dataset sentences = load("sentiment-sentences");
        assertSame(sentences, NewInput.text(LiveInputs.text(sentences, 2, " ")), 2);
    }

    @Test
    void drawingsAreFramedAsTheDataAre() throws Exception {
        assertThat(LiveInputs.of(load("mnist"))).isEqualTo(new LiveInput.Drawing(1, 28, 28, 0, Framing.MNIST, false));
        LiveInput.Drawing strip = (LiveInput.Drawing) LiveInputs.of(load("digit-strips"));
        assertThat(strip).isEqualTo(new LiveInput.Drawing(1, 8, 55, 0, Framing.none(0), true));
        LiveInput.Drawing emoji = (LiveInput.Drawing) LiveInputs.of(load("emoji"));
        assertThat(emoji.channels()).isEqualTo(3);
        assertThat(emoji.framing().frames()).isFalse();
    }

    @Test
    void slidersGoFromTheLeastToTheMostOfTheTrainingData() throws Exception {
        LiveInput.Columns iris = (LiveInput.Columns) LiveInputs.of(load("iris"));
        assertThat(iris.columns()).hasSize(4);
        LiveInput.Column first = iris.columns().get(0);
        assertThat(first.least()).isBetween(4.0, 5.0);
        assertThat(first.most()).isBetween(7.0, 8.0);
        assertThat(first.whole()).isFalse();
        LiveInput.Columns penguins = (LiveInput.Columns) LiveInputs.of(load("penguins"));
        assertThat(penguins.columns())
                .anySatisfy(column -> assertThat(column.choices()).contains("Biscoe"));
        assertThat(LiveInputs.cells(load("penguins"), penguins.columns(), 0)).containsKey("Island");
    }

    @Test
    void recordsAndTextsAreKnownAndSoundsAreRefusedWithTheReason() throws Exception {
        LiveInput.Recording record = (LiveInput.Recording) LiveInputs.of(levels());
        assertThat(record.length()).isEqualTo(12);
        assertThat(record.least().get(0)).isLessThan(record.most().get(0));
        assertThat(LiveInputs.of(load("sentiment-sentences"))).isEqualTo(new LiveInput.Writing(" "));
        Dataset dates = load("dates");
        assertThat(LiveInputs.of(dates)).as("letter by letter").isEqualTo(new LiveInput.Writing(""));
        assertThat(LiveInputs.text(dates, 0, "")).as("the source alone").isEqualTo("20010404");
        LiveInput.Refused differences = (LiveInput.Refused) LiveInputs.of(load("co2"));
        assertThat(differences.why()).contains("differences between the steps");
        LiveInput.Refused sound = (LiveInput.Refused) LiveInputs.of(load("keywords"));
        assertThat(sound.why()).contains("can not be drawn, typed or set by hand");
    }
}

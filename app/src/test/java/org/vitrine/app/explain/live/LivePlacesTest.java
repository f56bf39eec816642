package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.app.welcome.Example;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;

/** Places of the models that come with Vitrine, in words and on their inputs. */
class LivePlacesTest {
    private static LiveViewModel.Model model(String example) throws Exception {
        GraphDocument document = Example.read(example);
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        return LiveViewModel.Model.of(data, document.flat().graph());
    }

    private static Seen seen(Tensor input, List<String> words, int place) {
        return Answers.at(
                place, new ModelGraph(List.of(), List.of()), List.of(0.5), words, Map.of("look/input", input));
    }

    @Test
    void aStepIsNamedByItsWord() throws Exception {
        LiveViewModel.Model tagger = model("templates/bilstm-tagger");
        assertThat(tagger.classes()).isTrue();
        assertThat(tagger.names()).contains("noun", "verb").hasSize(8);
        LivePlaces places = tagger.places().orElseThrow();
        assertThat(places.names().axes()).containsExactly("step");
        Tensor ids = Tensor.zeros(16);
        ids.values()[0] = 5;
        ids.values()[1] = 7;
        Seen seen = seen(ids, List.of("cold", "river"), 1);
        assertThat(places.text(1, seen)).isEqualTo("step 2 \u201criver\u201d");
        assertThat(places.text(4, seen)).as("behind the end").isEqualTo("step 5");
    }

    @Test
    void aModelThatWritesTellsWhatComesBehindAStep() throws Exception {
        LivePlaces places = model("gru-next-character").places().orElseThrow();
        Tensor ids = Tensor.zeros(64);
        ids.values()[0] = 9;
        assertThat(places.text(0, seen(ids, List.of("e"), 0))).isEqualTo("step 1, behind \u201ce\u201d");
    }

    @Test
    void betweenASourceAndWhatIsWrittenOfItMayBePadding() throws Exception {
        LivePlaces places = model("lstm-dates").places().orElseThrow();
        assertThat(places.places().count()).isEqualTo(11);
        Tensor ids = Tensor.zeros(39);
        // Two tokens of a source, padding, the start token, one that is written.
        for (int step : new int[] {0, 1, 28, 29}) {
            ids.values()[step] = 3;
        }
        Seen seen = seen(ids, List.of("1", "2", "<start>", "0"), 1);
        assertThat(places.text(1, seen)).isEqualTo("step 2, behind \u201c0\u201d");
        assertThat(places.text(2, seen)).isEqualTo("step 3");
    }

    @Test
    void pixelsCellsAndColumnsLieInThePicture() throws Exception {
        LivePlaces values = model("templates/autoencoder-digits").places().orElseThrow();
        assertThat(values.text(28 * 2 + 3, seen(Tensor.zeros(1, 28, 28), List.of(), 0)))
                .isEqualTo("row 3, column 4");
        assertThat(values.area(28 * 2 + 3).orElseThrow())
                .isEqualTo(new Rectangle2D.Double(3 / 28.0, 2 / 28.0, 1 / 28.0, 1 / 28.0));
        assertThat(values.names().at(3.4 / 28, 2.9 / 28, 0)).contains(28 * 2 + 3);
        LivePlaces cells = model("detection-shapes").places().orElseThrow();
        Rectangle2D last = cells.area(cells.places().count() - 1).orElseThrow();
        assertThat(last.getMaxX()).isCloseTo(1, within(1e-9));
        assertThat(last.getMaxY()).isCloseTo(1, within(1e-9));
        LivePlaces steps = model("ctc-digit-strips").places().orElseThrow();
        int count = steps.places().count();
        assertThat(steps.area(0).orElseThrow()).isEqualTo(new Rectangle2D.Double(0, 0, 1.0 / count, 1));
        assertThat(steps.names().at(0.999, 0.1, 0)).contains(count - 1);
    }

    @Test
    void labelsHaveNoLabelBehindThemAndOneValueHasANameOfItsOwn() throws Exception {
        assertThat(model("ctc-digit-strips").names()).hasSize(11).endsWith("9", "no label");
        LiveViewModel.Model triplet = model("triplet-digits");
        assertThat(triplet.classes()).isFalse();
        assertThat(triplet.names()).containsExactly("value");
        assertThat(triplet.places().orElseThrow().text(6, seen(Tensor.zeros(1, 8, 8), List.of(), 6)))
                .isEqualTo("coordinate 7");
        assertThat(model("lenet-mnist").places()).isEmpty();
    }

    @Test
    void aRowOfLabelsIsReadAlongAStrip() throws Exception {
        LiveViewModel.Model strips = model("ctc-digit-strips");
        int[] best = {10, 4, 4, 10, 4, 2};
        Tensor told = Tensor.zeros(best.length + 1, 11);
        for (int step = 0; step < best.length; step++) {
            told.values()[step * 11 + best[step]] = 1;
        }
        Arrays.fill(told.values(), best.length * 11, told.size(), Float.NaN);
        Tensor strip = Tensor.zeros(8, 55);
        Seen seen = Answers.at(
                0,
                new ModelGraph(List.of(), List.of()),
                List.of(0.5),
                List.of(),
                Map.of("look/input", strip, "look/told", told));
        assertThat(LiveOutputs.read(seen, strips)).contains("Read: 4 4 2");
        assertThat(LiveOutputs.read(seen, model("lenet-mnist"))).isEmpty();
    }

    /** Sixty letters do not fit: the surest are told first. */
    @Test
    void ofManyClassesTheSurestAreShown() {
        List<Double> outputs = IntStream.range(0, 60)
                .mapToObj(i -> i == 41 ? 0.6 : i / 10_000.0)
                .toList();
        assertThat(LiveOutputs.shown(outputs)).hasSize(14).startsWith(41, 59, 58);
        assertThat(LiveOutputs.shown(outputs.subList(0, 10))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void relevanceIsOfTheWordsAndNotOfPadding() throws Exception {
        Tensor ids = Tensor.zeros(39);
        ids.values()[0] = 3;
        ids.values()[28] = 2;
        Tensor relevance = Tensor.zeros(39);
        relevance.values()[0] = 4;
        relevance.values()[28] = -1;
        Seen seen = Answers.at(
                0,
                new ModelGraph(List.of(), List.of()),
                List.of(0.5),
                List.of("1", "<start>"),
                Answers.arrays(ids, relevance));
        assertThat(LiveMaps.map(seen, model("lstm-dates")))
                .isInstanceOfSatisfying(TokensFigure.class, tokens -> assertThat(tokens.relevance())
                        .containsExactly(4.0, -1.0));
    }
}

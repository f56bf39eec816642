package org.vitrine.charts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.testing.Stages;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;

class ExampleStripTest {
    private static final ObservableList<Integer> MANY =
            FXCollections.observableArrayList(IntStream.range(0, 5000).boxed().toList());

    @Test
    void onlyExamplesInSightAreMade() {
        AtomicInteger made = new AtomicInteger();
        Stages.show(
                800,
                160,
                () -> new ExampleStrip(MANY, index -> {
                    made.incrementAndGet();
                    return image(index);
                }));
        assertThat(made.get()).isBetween(5, 200);
    }

    @Test
    void choosingGoesBothWays() {
        ExampleStrip strip = Stages.show(800, 160, () -> new ExampleStrip(MANY, ExampleStripTest::image));
        ListView<?> list = (ListView<?>) strip.lookup("#example-strip");
        Stages.fx(() -> list.getSelectionModel().select(3));
        assertThat(strip.selectedProperty().get()).isEqualTo(OptionalInt.of(3));
        Stages.fx(() -> strip.selectedProperty().set(OptionalInt.of(4321)));
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(4321);
        Stages.fx(() -> strip.selectedProperty().set(OptionalInt.empty()));
        assertThat(list.getSelectionModel().isEmpty()).isTrue();
    }

    @Test
    void recordsAreLinesAndPairsAreNamed() {
        float[] sound = new float[16_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) Math.sin(i / 7.0);
        }
        ExampleItem heard = item(0, new Presentation.Sound(16_000), Tensor.of(sound, 1, 16_000), List.of());
        ExampleThumbnail line = Stages.show(200, 100, () -> new ExampleThumbnail(heard));
        assertThat(((Polyline) line.lookup(".example-line")).getPoints()).hasSizeBetween(600, 800);
        Presentation pair =
                new Presentation.Pair(new Vocabulary(List.of("<pad>", "<unknown>", "user 7", "Metropolis")));
        ExampleItem rated = item(0, pair, Tensor.of(new float[] {2, 3}, 2), List.of());
        ExampleThumbnail named = Stages.show(200, 100, () -> new ExampleThumbnail(rated));
        assertThat(((Label) named.lookup(".example-text")).getText()).isEqualTo("user 7\nMetropolis");
    }

    @Test
    void screenshots() {
        Stages.screenshots("example-strip-images", 800, 160, () -> new ExampleStrip(MANY, ExampleStripTest::image));
        Stages.screenshots("example-strip-texts", 800, 160, () -> new ExampleStrip(MANY, ExampleStripTest::text));
        Stages.screenshots("example-strip-tables", 800, 160, () -> new ExampleStrip(MANY, ExampleStripTest::row));
    }

    private static ExampleItem image(int index) {
        float[] values = new float[28 * 28];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.hypot(Math.floorDiv(i, 28) - 14.0, i % 28 - 14.0) < 4 + index % 9 ? 1 : 0;
        }
        return item(index, new Presentation.Picture(), Tensor.of(values, 1, 28, 28), List.of());
    }

    private static ExampleItem text(int index) {
        List<String> words = List.of(
                "The",
                "phone",
                "gets",
                "extremely",
                "hot",
                "while",
                "charging",
                ",",
                "and",
                "the",
                "battery",
                "dies",
                "quickly",
                ".");
        return item(index, new Presentation.Text(new Vocabulary(List.of("<pad>", "<unk>"))), Tensor.zeros(14), words);
    }

    private static ExampleItem row(int index) {
        return item(
                index,
                new Presentation.Table(
                        List.of("sepal length", "sepal width", "petal length", "petal width"),
                        List.of(new Scale(5.8, 0.8), new Scale(3, 0.4), new Scale(3.7, 1.7), new Scale(1.2, 0.7))),
                Tensor.of(new float[] {1, -1, 0.3f, 0.5f}, 4),
                List.of());
    }

    private static ExampleItem item(int index, Presentation presentation, Tensor input, List<String> words) {
        return new ExampleItem(
                index, presentation, input, words, "" + index % 10, "" + index * 7 % 10, index % 10 != index * 7 % 10);
    }
}

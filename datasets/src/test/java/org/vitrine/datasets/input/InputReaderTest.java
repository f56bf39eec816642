package org.vitrine.datasets.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

class InputReaderTest {
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();

    @TempDir
    Path folder;

    @Test
    void aRowOrTextOfTheDataGivenAnewIsPreparedAsItWas() throws DatasetException {
        for (String id : List.of("penguins", "diabetes", "sentiment-sentences")) {
            RawDataset raw = CATALOGUE.raw(DataReference.of(id));
            Dataset dataset = Pipelines.fit(raw, Optional.empty());
            for (int i = 0; i < 5; i++) {
                NewInput given = given(raw.stage(), i);
                assertThat(new InputReader(dataset.pipeline())
                                .read(given)
                                .numbers()
                                .tensor())
                        .isEqualTo(dataset.test().example(i).inputs().row(0));
            }
        }
    }

    private static NewInput given(Stage stage, int index) {
        Value value = stage.test().example(index).value();
        if (value instanceof Value.Text text) {
            return NewInput.text(text.text());
        }
        Value.Cells cells = (Value.Cells) value;
        Map<String, String> given = new HashMap<>();
        List<Content.ColumnType> columns = ((Content.Cells) stage.content()).columns();
        for (int i = 0; i < columns.size(); i++) {
            boolean number = columns.get(i).kind() == Content.ColumnType.Kind.NUMBER;
            given.put(
                    columns.get(i).name(),
                    number ? Double.toString(cells.numbers()[i]) : cells.texts().get(i));
        }
        return NewInput.cells(given);
    }

    @Test
    void aPictureIsScaledAndTakesTheSteps() throws Exception {
        Path file = folder.resolve("seven.png");
        BufferedImage image = new BufferedImage(56, 56, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 56; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        ImageIO.write(image, "png", file.toFile());
        Dataset mnist = CATALOGUE.load(DataReference.of("mnist")
                .withSteps(List.of(new StepReference("resize", Map.of("height", "2", "width", "2")))));
        Example read = new InputReader(mnist.pipeline()).read(NewInput.file(file.toString()));
        assertThat(read.numbers().tensor().shape()).containsExactly(1, 2, 2);
        assertThat(read.numbers().tensor().values()).containsExactly(new float[] {1, 1, 0, 0}, within(1e-5f));
        assertRefused(mnist, NewInput.text("seven"), "takes a picture");
        assertRefused(mnist, NewInput.file(folder.resolve("no.png").toString()), "no.png");
    }

    @Test
    void ofARecordTheLastWindowIsTaken() throws Exception {
        Path file = folder.resolve("record.csv");
        Files.writeString(file, "month,level\n1,10\n2,20\n3,30\n4,40\n5,50\n");
        Examples part = Examples.of(
                List.of(Example.of(Value.Numbers.of(Tensor.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 10)))));
        RawDataset raw = new RawDataset(
                CATALOGUE.byId("plane").descriptor(),
                new Stage(
                        new Content.Series(List.of("level"), List.of(Scale.IDENTITY)), Targets.NONE, part, part, part),
                List.of(new StepReference("windows", Map.of("length", "3", "horizon", "2"))));
        Dataset windows = Pipelines.fit(raw, Optional.empty());
        Example read = new InputReader(windows.pipeline()).read(NewInput.file(file.toString()));
        assertThat(read.numbers().tensor()).isEqualTo(Tensor.of(new float[] {30, 40, 50}, 1, 3));
        Tensor drawn = Tensor.of(new float[] {7, 8, 9}, 1, 3);
        assertThat(new InputReader(windows.pipeline())
                        .read(NewInput.numbers(drawn))
                        .numbers()
                        .tensor())
                .isEqualTo(drawn);
        assertRefused(windows, NewInput.numbers(Tensor.zeros(2, 3)), "takes a record of 1 columns");
        Files.writeString(file, "month,level\n1,10\n2,20\n");
        assertRefused(windows, NewInput.file(file.toString()), "shorter than the piece");
        Files.writeString(file, "month,height\n1,10\n2,20\n");
        assertRefused(windows, NewInput.file(file.toString()), "no column \"level\"");
        Files.writeString(file, "month,level\n1,10\n2,high\n", StandardCharsets.UTF_8);
        assertRefused(windows, NewInput.file(file.toString()), "row 3, column \"level\"");
    }

    @Test
    void aTextForAModelThatWritesOnIsItsNewestTokensOrPadded() throws Exception {
        InputReader reader = new InputReader(
                CATALOGUE.load(DataReference.of("next-character")).pipeline());
        Value.Numbers some = reader.read(NewInput.text("the sea")).numbers();
        assertThat(some.words()).containsExactly("t", "h", "e", " ", "s", "e", "a");
        assertThat(some.tensor().shape()).containsExactly(64);
        assertThat(some.tensor().values()[7]).isZero();
        assertThat(Objects.requireNonNull(some.mask()).values())
                .startsWith(1, 1, 1, 1, 1, 1, 1, 0)
                .endsWith(0);
        Value.Numbers last = reader.read(NewInput.text("z".repeat(200) + "a".repeat(60) + "end"))
                .numbers();
        assertThat(String.join("", last.words())).isEqualTo("z" + "a".repeat(60) + "end");
        assertThat(Objects.requireNonNull(last.mask()).values()).containsOnly(1);
    }

    @Test
    void whatIsDrawnTakesTheStepsToo() throws DatasetException {
        Dataset mnist = CATALOGUE.load(DataReference.of("mnist")
                .withSteps(List.of(new StepReference("resize", Map.of("height", "2", "width", "2")))));
        float[] pixels = new float[28 * 28];
        java.util.Arrays.fill(pixels, 0, 14 * 28, 1);
        Example read = new InputReader(mnist.pipeline()).read(NewInput.numbers(Tensor.of(pixels, 1, 28, 28)));
        assertThat(read.numbers().tensor().values()).containsExactly(new float[] {1, 1, 0, 0}, within(1e-5f));
        assertRefused(mnist, NewInput.numbers(Tensor.zeros(1, 2, 2)), "not numbers of the shape [1, 2, 2]");
        assertRefused(
                mnist, NewInput.numbers(Tensor.of(new float[] {Float.NaN}, 1, 1, 1)), "that was given is not finite");
    }

    @Test
    void wrongCellsAreNamed() throws DatasetException {
        Dataset penguins = CATALOGUE.load(DataReference.of("penguins"));
        assertRefused(penguins, NewInput.cells(Map.of("Beak", "1")), "no column \"Beak\". It has: ");
        assertRefused(penguins, NewInput.cells(Map.of("Island", "Atlantis")), "no category \"Atlantis\"");
        assertRefused(penguins, NewInput.cells(Map.of("Body Mass (g)", "heavy")), "takes a number");
        assertRefused(penguins, NewInput.cells(Map.of("Body Mass (g)", "1e300")), "takes a number");
        assertRefused(penguins, NewInput.text("a penguin"), "takes values: ");
    }

    @Test
    void pointsAndTokensAreTyped() throws DatasetException {
        Dataset moons = CATALOGUE.load(DataReference.of("moons"));
        assertThat(new InputReader(moons.pipeline())
                        .read(NewInput.cells(Map.of("x", "0.5", "y", "-1")))
                        .numbers()
                        .tensor())
                .isEqualTo(Tensor.of(new float[] {0.5f, -1}, 2));
        assertRefused(moons, NewInput.cells(Map.of("x", "0.5")), "\"y\" is missing");
        Dataset order = CATALOGUE.load(DataReference.of("token-order"));
        Example read = new InputReader(order.pipeline()).read(NewInput.text("c A d B"));
        assertThat(read.numbers().words()).containsExactly("c", "A", "d", "B");
        assertThat(read.numbers().tensor().values()).startsWith(4, 2, 5, 3, 0);
        assertRefused(order, NewInput.text("c Z"), "does not know the token \"Z\"");
    }

    private static void assertRefused(Dataset dataset, NewInput input, String why) {
        assertThatThrownBy(() -> new InputReader(dataset.pipeline()).read(input))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(why);
    }
}

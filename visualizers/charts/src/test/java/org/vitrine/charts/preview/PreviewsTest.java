package org.vitrine.charts.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.testing.Samples;
import org.vitrine.charts.testing.Stages;
import org.vitrine.datasets.check.ColumnStatistics;

class PreviewsTest {
    private static final int MANY = 60_000;

    private static ObservableList<Integer> indices(int count) {
        return FXCollections.observableArrayList(
                IntStream.range(0, count).boxed().toList());
    }

    private static Raster colours(int side) {
        float[] values = new float[3 * side * side];
        for (int i = 0; i < values.length; i++) {
            int place = i % (side * side);
            values[i] = (float) (0.5 + 0.4 * Math.sin((place % side) * 0.1 * (1 + Math.floorDiv(i, side * side))));
        }
        return new Raster(3, side, side, values);
    }

    private static float[] chirp(int rate) {
        float[] samples = new float[rate];
        for (int i = 0; i < rate; i++) {
            double t = (double) i / rate;
            samples[i] = (float) (0.8 * Math.sin(Math.PI * 900 * t * t + 40 * t) * Math.exp(-2 * t));
        }
        return samples;
    }

    private static SpectrogramView.Content spectrogram() {
        int rows = 64;
        int frames = 100;
        float[] levels = new float[rows * frames];
        for (int row = 0; row < rows; row++) {
            for (int frame = 0; frame < frames; frame++) {
                double distance = row - 5 - 0.4 * frame;
                levels[row * frames + frame] = (float) (-80 + 70 * Math.exp(-distance * distance / 12) - 0.2 * frame);
            }
        }
        return new SpectrogramView.Content(rows, frames, levels, 1, 4000, "Hertz");
    }

    @Test
    void pictureGridLooksRightAndAsksOnlyForWhatIsInSight() {
        List<Integer> asked = new ArrayList<>();
        Stages.screenshots("preview-images", 640, 360, () -> {
            asked.clear();
            return new ImageGrid(
                    indices(MANY),
                    (index, show) -> {
                        asked.add(index);
                        show.accept(new Tile(Samples.ring(28), "digit " + index % 10));
                    },
                    index -> {});
        });
        assertThat(asked).isNotEmpty().hasSizeLessThan(400).contains(0).doesNotContain(MANY - 1);
    }

    @Test
    void aPictureThatComesLateGoesOnlyWhereItIsStillWanted() {
        List<Runnable> late = new ArrayList<>();
        ImageGrid grid = Stages.show(
                640,
                360,
                () -> new ImageGrid(
                        indices(3),
                        (index, show) -> late.add(() -> show.accept(new Tile(Samples.ring(8), "n" + index))),
                        index -> {}));
        Stages.fx(() -> List.copyOf(late).forEach(Runnable::run));
        List<String> captions = Stages.fx(() -> grid.lookupAll(".tile-caption").stream()
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .sorted()
                .distinct()
                .toList());
        assertThat(captions).containsExactly("n0", "n1", "n2");
        assertThat(late).as("each picture is asked for once").hasSize(3);
    }

    @Test
    void boxesLookRightOnAnImage() {
        Stages.screenshots(
                "preview-boxes",
                420,
                420,
                BoxedImage::new,
                view -> view.show(new Tile(
                        colours(64),
                        "",
                        List.of(
                                new MarkedBox(0, "circle", 0.05, 0.1, 0.3, 0.3),
                                new MarkedBox(1, "triangle", 0.5, 0.02, 0.4, 0.35),
                                new MarkedBox(4, "star", 0.55, 0.6, 0.42, 0.38),
                                new MarkedBox(3, "ring", 0.5, 0.58, 0.2, 0.2)))));
    }

    @Test
    void soundsLookRight() {
        Executor direct = Runnable::run;
        Stages.screenshots(
                "preview-sound",
                640,
                460,
                () -> new SoundView(direct, direct),
                view -> view.show(chirp(8000), 8000, spectrogram()));
    }

    @Test
    void whereThereIsNoSoundDeviceTheButtonIsOffAndSaysSo() {
        Executor direct = Runnable::run;
        SoundView view = Stages.show(640, 460, () -> new SoundView(direct, direct));
        boolean device = new SoundPlayer().isAvailable();
        Button play = (Button) Stages.fx(() -> view.lookup("#sound-play"));
        assertThat(play.isDisable()).isEqualTo(!device);
        String says = Stages.fx(() -> view.lookupAll(".muted").stream()
                .map(node -> ((Label) node).getText())
                .filter(text -> text.contains("no sound device"))
                .findAny()
                .orElse(""));
        assertThat(says.isEmpty()).isEqualTo(device);
    }

    @Test
    void soundBytesAreCutNotWrapped() {
        assertThat(SoundPlayer.bytes(new float[] {2, -2, 0}))
                .containsExactly((byte) 0xFF, 0x7F, 0x01, (byte) 0x80, 0, 0);
    }

    @Test
    void textsLookRight() {
        List<String> texts = List.of(
                "The food was delicious and the staff could not have been kinder.",
                "Waste of money. It broke on the second day, and although the seller answered, nothing came of it; I would "
                        + "not buy from them again, and neither should you.",
                "Not bad at all!");
        Stages.screenshots(
                "preview-texts",
                560,
                300,
                () -> new TextSamples(
                        indices(3),
                        i -> new TextSamples.Sample(texts.get(i), i == 1 ? "negative" : "positive", i % 2)));
    }

    @Test
    void columnsLookRight() {
        Random random = new Random(3);
        double[] length = random.doubles(344, 32, 60).toArray();
        length[3] = Double.NaN;
        double[] mass = IntStream.range(0, 344)
                .mapToDouble(i -> 4200 + 800 * random.nextGaussian())
                .toArray();
        List<String> islands = IntStream.range(0, 344)
                .mapToObj(i -> List.of("Biscoe", "Dream", "Torgersen", "").get(i % 7 % 4))
                .toList();
        Stages.screenshots(
                "preview-columns",
                900,
                300,
                ColumnTable::new,
                view -> view.show(List.of(
                        ColumnStatistics.ofNumbers("bill length", length),
                        ColumnStatistics.ofNumbers("body mass", mass),
                        ColumnStatistics.ofTexts("island", islands))));
    }

    /** Heads of columns as they are read, by the text that they should have. */
    private static List<String> cutHeads(Parent table) {
        return Stages.fx(() -> table.lookupAll(".column-header .label").stream()
                .map(Labeled.class::cast)
                .filter(head -> head.lookupAll(".text").stream()
                        .noneMatch(text -> ((Text) text).getText().equals(head.getText())))
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void headsOfColumnsAreReadInFullInANarrowWindow() {
        ColumnTable columns = Stages.show(636, 300, ColumnTable::new);
        Stages.fx(() -> columns.show(List.of(ColumnStatistics.ofNumbers("mass", new double[] {1234.5, 2, 3}))));
        assertThat(cutHeads(columns)).isEmpty();

        RowsTable rows = Stages.show(636, 300, RowsTable::new);
        Stages.fx(() -> rows.show(
                List.of("magnesium", "mmmmmmmmmmmm", "who"),
                indices(MANY),
                row -> List.of("1", "2", "person number " + row)));
        Stages.fx(() -> rows.layout());
        assertThat(cutHeads(rows)).isEmpty();
        assertThat(Stages.fx(() -> rows.lookupAll(".table-cell .text").stream()
                        .map(text -> ((Text) text).getText())
                        .filter(text -> text.startsWith("person"))
                        .toList()))
                .contains("person number 0")
                .noneMatch(text -> text.contains("..."));
    }

    @Test
    void rowsLookRight() {
        Stages.screenshots(
                "preview-rows",
                560,
                260,
                RowsTable::new,
                view -> view.show(
                        List.of("sepal length", "sepal width", "species"),
                        indices(MANY),
                        row -> List.of(Integer.toString(row), "3.5", "setosa")));
    }

    @Test
    void seriesLookRight() {
        float[] level = new float[800];
        float[] season = new float[800];
        for (int i = 0; i < level.length; i++) {
            season[i] = (float) (3 * Math.sin(2 * Math.PI * i / 12));
            level[i] = 315 + 0.12f * i + season[i];
        }
        Stages.screenshots("preview-series", 640, 260, SeriesPlot::new, view -> {
            view.xNameProperty().set("Month");
            view.yNameProperty().set("CO2 in ppm");
            view.show(List.of(
                    SeriesPlot.Line.of("measured", 0, 0, 1, level),
                    SeriesPlot.Line.of("window", 1, 760, 1, java.util.Arrays.copyOfRange(level, 760, 790))));
        });
    }

    @Test
    void classBalanceLooksRightAndSaysWhatIsWrong() {
        Stages.screenshots(
                "preview-classes",
                520,
                260,
                ClassBalance::new,
                view -> view.show(
                        List.of("cat", "dog", "a class with quite a long name", "owl"), List.of(420, 400, 90, 12)));
        ClassBalance view = Stages.fx(() -> {
            ClassBalance made = new ClassBalance();
            made.show(List.of("a", "b"), List.of(100, 10));
            return made;
        });
        assertThat(view.getAccessibleText()).contains("a is 10 times as frequent as b");
        Stages.fx(() -> view.show(List.of("a", "b"), List.of(100, 90)));
        assertThat(view.getAccessibleText()).contains("equally frequent");
        Stages.fx(() -> view.show(List.of("a", "b"), List.of(100, 0)));
        assertThat(view.getAccessibleText()).contains("no example of b");
    }

    @Test
    void vocabularyLooksRightAndIsSearched() {
        List<String> tokens = List.of("<pad>", "<unknown>", "the", " a", "there", "\n", "other");
        Stages.screenshots(
                "preview-vocabulary",
                420,
                360,
                VocabularyView::new,
                view -> view.show(tokens, Map.of("the", 812, " a", 240, "there", 41, "\n", 12, "other", 3)));
        VocabularyView view = Stages.show(420, 360, VocabularyView::new);
        Stages.fx(() -> {
            view.show(tokens, Map.of());
            ((TextField) view.lookup("#vocabulary-search")).setText("The");
        });
        assertThat(Stages.fx(view::entries))
                .extracting(VocabularyView.Entry::token)
                .containsExactly("the", "there", "other");
    }
}

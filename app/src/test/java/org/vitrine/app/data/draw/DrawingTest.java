package org.vitrine.app.data.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.data.draw.DrawnFiles.Labelled;
import org.vitrine.charts.render.Raster;

class DrawingTest {
    @TempDir
    Path folder;

    @Test
    void aStrokeIsUndoneAsAWhole() {
        PointsDrawing drawing = new PointsDrawing();
        drawing.begin();
        drawing.paint(0, 0, 0, 0.05, 3);
        drawing.paint(0.1, 0, 0, 0.05, 3);
        drawing.begin();
        drawing.erase(0, 0, 3);
        assertThat(drawing.dots()).isEmpty();
        drawing.undo();
        assertThat(drawing.dots()).hasSize(6);
        drawing.undo();
        assertThat(drawing.dots()).isEmpty();
        assertThat(drawing.canUndo()).isFalse();
    }

    @Test
    void paintStaysInTheSquareAndTheEraserTakesOnlyWhatIsNear() {
        PointsDrawing drawing = new PointsDrawing();
        drawing.paint(1, 1, 0, 0.5, 50);
        drawing.paint(-0.8, -0.8, 1, 0, 5);
        assertThat(drawing.dots()).allMatch(dot -> Math.abs(dot.x()) <= 1 && Math.abs(dot.y()) <= 1);
        drawing.erase(-0.8, -0.8, 0.01);
        assertThat(drawing.dots()).noneMatch(dot -> dot.type() == 1).hasSize(50);
        assertThat(drawing.isEnough()).isFalse();
    }

    @Test
    void pointsAreWrittenAsATable() throws Exception {
        PointsDrawing drawing = new PointsDrawing();
        drawing.paint(0.25, -0.5, 1, 0, 1);
        DrawnFiles files = new DrawnFiles(folder);
        Path first = files.table("my/points", drawing.csv(List.of("A", "B")));
        assertThat(Files.readString(first)).isEqualTo("x,y,class\n0.2500,-0.5000,B\n");
        assertThat(first.getParent()).isEqualTo(folder);
        Path second = files.table("my/points", drawing.csv(List.of("A", "B")));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void picturesAndSoundsLieInAFolderAClass() throws Exception {
        DrawnFiles files = new DrawnFiles(folder);
        Raster grey = new Raster(1, 2, 2, new float[] {0, 0.5f, 1, 0});
        Path pictures = files.pictures("digits", List.of(new Labelled<>("3", grey), new Labelled<>("a/b", grey)));
        assertThat(names(pictures)).containsExactly("3/0000.png", "a_b/0001.png");
        Path sounds = files.sounds("words", List.of(new Labelled<>("yes", new float[] {0, 0.5f, -1})), 8000);
        byte[] wav = Files.readAllBytes(sounds.resolve("yes").resolve("0000.wav"));
        assertThat(new String(wav, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        assertThat(wav).hasSize(44 + 6);
        assertThat(names(folder)).noneMatch(name -> name.startsWith(".drawing"));
    }

    @Test
    void recordedBytesBecomeSamples() {
        assertThat(Microphone.samples(new byte[] {0, 0x40, 0, (byte) 0x80})).containsExactly(0.5f, -1f);
    }

    private static List<String> names(Path root) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}

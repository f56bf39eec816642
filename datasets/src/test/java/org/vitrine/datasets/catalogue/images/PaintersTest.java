package org.vitrine.datasets.catalogue.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

/** The painted sets; each test leaves a sheet of pictures in target/contact-sheets to look at. */
class PaintersTest {

    @Test
    void everyHandWritesEveryDigitWithinThePicture() throws IOException {
        List<float[]> pictures = digits(new DigitPainter(1.7, 1, 0, 0), 20);
        assertThat(sheet("stroke-digits", pictures, 1, DigitPainter.SIDE, 20)).isNotEmptyFile();
        for (float[] picture : pictures) {
            assertThat(ink(picture, 0)).as("ink").isBetween(25.0, 250.0);
            assertThat(edge(picture, DigitPainter.SIDE)).as("ink at the edge").isLessThan(6);
        }
    }

    @Test
    void clutterAndNoiseAddWhatBelongsToNoDigit() throws IOException {
        List<float[]> hard = digits(new DigitPainter(1.5, 4, 3, 0.05), 20);
        assertThat(sheet("hard-digits", hard, 1, DigitPainter.SIDE, 20)).isNotEmptyFile();
        double easy = mean(digits(new DigitPainter(1.5, 4, 0, 0.05), 20));
        assertThat(mean(hard)).isGreaterThan(1.1 * easy);
        for (float[] picture : hard) {
            for (float pixel : picture) {
                assertThat(pixel).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void grainHasTheDeviationThatItIsAskedFor() {
        Canvas canvas = new Canvas(1, 64);
        canvas.fill((x, y) -> new double[] {0.5});
        canvas.grain(0.1, new Draw(1));
        double squares = 0;
        for (float pixel : canvas.pixels()) {
            squares += (pixel - 0.5) * (pixel - 0.5);
        }
        assertThat(Math.sqrt(squares / canvas.pixels().length)).isCloseTo(0.1, within(0.005));
    }

    @Test
    void aPersonStaysTheSameWhileEverythingElseChanges() throws IOException {
        List<float[]> pictures = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            Person person = Person.of(new Draw(number));
            for (int i = 0; i < 10; i++) {
                pictures.add(FacePainter.paint(person, i == 0 ? 0 : 1, Draw.forExample(number, i)));
            }
        }
        assertThat(sheet("faces", pictures, 3, FacePainter.SIDE, 10)).isNotEmptyFile();
        Person one = Person.of(new Draw(1));
        Person other = Person.of(new Draw(2));
        // In passport pictures only the surroundings differ: the middle of the face does not.
        assertThat(middle(one, 0, 1)).isCloseTo(middle(one, 0, 2), within(1e-6));
        assertThat(Math.abs(middle(one, 1, 1) - middle(one, 1, 2))).isGreaterThan(0.01);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void distancesFromLinesAndEllipsesAreNegativeInside() {
        Field line = Field.line(1, 0, 0, 10, 0);
        assertThat(line.at(5, 0)).isEqualTo(-1);
        assertThat(line.at(5, 3)).isEqualTo(2);
        assertThat(line.at(13, 4)).isEqualTo(4);
        Field circle = Field.ellipse(2, 2, 3, 3);
        assertThat(circle.at(2, 2)).isEqualTo(-3);
        assertThat(circle.at(2, 7)).isCloseTo(2, within(1e-9));
        assertThat(circle.and(line.not()).at(2, 0)).isPositive();
        assertThat(circle.outline(1).at(2, 5)).isEqualTo(-0.5);
    }

    private static double middle(Person person, double difficulty, int moment) {
        float[] pixels = FacePainter.paint(person, difficulty, new Draw(moment));
        double sum = 0;
        int count = 0;
        for (int y = 20; y < 30; y++) {
            for (int x = 19; x < 29; x++) {
                sum += pixels[y * FacePainter.SIDE + x];
                count++;
            }
        }
        return sum / count;
    }

    private static List<float[]> digits(DigitPainter painter, int each) {
        List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < 10 * each; i++) {
            pictures.add(painter.paint(i / each, Draw.forExample(42, i)));
        }
        return pictures;
    }

    private static double ink(float[] picture, int start) {
        double sum = 0;
        for (int i = start; i < picture.length; i++) {
            sum += picture[i];
        }
        return sum;
    }

    private static double edge(float[] picture, int side) {
        double sum = 0;
        for (int i = 0; i < side; i++) {
            sum += picture[i] + picture[i * side] + picture[i * side + side - 1] + picture[(side - 1) * side + i];
        }
        return sum;
    }

    private static double mean(List<float[]> pictures) {
        return pictures.stream()
                .mapToDouble(picture -> ink(picture, 0))
                .average()
                .orElseThrow();
    }

    private static Path sheet(String name, List<float[]> pictures, int channels, int side, int columns)
            throws IOException {
        return ContactSheet.write(name, pictures, channels, side, columns);
    }
}

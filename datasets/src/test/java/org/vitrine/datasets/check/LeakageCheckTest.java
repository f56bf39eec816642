package org.vitrine.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Draw;

class LeakageCheckTest {

    @Test
    void partsWithNothingInCommonAreClean() throws DatasetException {
        assertThat(LeakageCheck.of(stage(pictures(0, 40), pictures(40, 10), pictures(50, 10)))
                        .isClean())
                .isTrue();
    }

    @Test
    void theSamePictureIsFoundInTheTest() throws DatasetException {
        List<Example> test = new ArrayList<>(pictures(50, 10));
        test.add(pictures(7, 1).get(0));
        test.add(new Example(pictures(9, 1).get(0).value(), Tensor.of(new float[] {5})));
        Leakage leakage = LeakageCheck.of(stage(pictures(0, 40), pictures(40, 10), test));
        assertThat(leakage.overlaps())
                .containsExactly(new Leakage.Overlap(
                        Part.TRAIN,
                        Part.TEST,
                        12,
                        2,
                        0,
                        1,
                        List.of(new Duplicate(7, 10, true, true), new Duplicate(9, 11, true, false))));
        assertThat(leakage.overlaps().get(0).share()).isCloseTo(2 / 12.0, within(1e-12));
    }

    @Test
    void aPictureWithALittleNoiseIsNearlyTheSameAndOneWithMuchIsNot() throws DatasetException {
        // Two random pictures are sqrt(2) deviations of a pixel apart, the noisy ones as much as the noise.
        List<Example> validation = List.of(noisy(3, 0.01), noisy(4, 0.1), noisy(5, 0.02));
        Leakage leakage = LeakageCheck.of(stage(pictures(0, 40), validation, pictures(50, 5)));
        assertThat(leakage.overlaps())
                .containsExactly(new Leakage.Overlap(
                        Part.TRAIN,
                        Part.VALIDATION,
                        3,
                        0,
                        2,
                        0,
                        List.of(new Duplicate(3, 0, false, true), new Duplicate(5, 2, false, true))));
    }

    @Test
    void textsThatDifferInCaseAndMarksAreNearlyTheSame() throws DatasetException {
        Leakage leakage = LeakageCheck.of(stage(
                texts("A fine film.", "Not good, really", "3.14 + 1"),
                texts("Another one"),
                texts("a  fine film!", "\"Not good\" really", "314 + 1", "A fine film.", "Another one?")));
        assertThat(leakage.overlaps()).hasSize(2);
        assertThat(leakage.overlaps().get(0).exact()).isEqualTo(1);
        assertThat(leakage.overlaps().get(0).near()).isEqualTo(2);
        assertThat(leakage.overlaps().get(0).pairs())
                .containsExactly(
                        new Duplicate(0, 3, true, true),
                        new Duplicate(0, 0, false, true),
                        new Duplicate(1, 1, false, true));
        assertThat(leakage.overlaps().get(1).first()).isEqualTo(Part.VALIDATION);
        assertThat(leakage.overlaps().get(1).near()).isEqualTo(1);
    }

    @Test
    void rowsOfTablesAreComparedCellByCell() throws DatasetException {
        Example one = Example.of(new Value.Cells(new double[] {1, Double.NaN}, List.of("1", "red")));
        Example other = Example.of(new Value.Cells(new double[] {1, Double.NaN}, List.of("1", "blue")));
        Leakage leakage = LeakageCheck.of(stage(List.of(one), List.of(other), List.of(one)));
        assertThat(leakage.overlaps()).hasSize(1);
        assertThat(leakage.overlaps().get(0).pairs()).containsExactly(new Duplicate(0, 0, true, true));
    }

    @Test
    void wordsThatAreMarksStayApart() throws DatasetException {
        Example open = Example.of(new Value.Words(List.of("(", "(", ")")));
        Example shut = Example.of(new Value.Words(List.of("(", ")", ")")));
        assertThat(LeakageCheck.of(stage(List.of(open), List.of(shut), List.of()))
                        .isClean())
                .isTrue();
    }

    @Test
    void manyNearlyEqualPicturesTakeNoLonger() throws DatasetException {
        List<Example> same = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            same.add(noisy(1, 1e-6));
        }
        Leakage leakage = LeakageCheck.of(stage(same, List.of(), pictures(2, 1)));
        assertThat(leakage.isClean()).isTrue();
    }

    @Test
    void anInterruptEndsTheCheck() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> LeakageCheck.of(stage(pictures(0, 2), pictures(2, 2), pictures(4, 2))))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("cancelled");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Stage stage(List<Example> train, List<Example> validation, List<Example> test) {
        return new Stage(
                new Content.Text(),
                Targets.classes(List.of("a", "b")),
                Examples.of(train),
                Examples.of(validation),
                Examples.of(test));
    }

    private static List<Example> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> Example.of(new Value.Text(text)))
                .toList();
    }

    private static List<Example> pictures(int from, int count) {
        List<Example> pictures = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            pictures.add(noisy(i, 0));
        }
        return pictures;
    }

    private static Example noisy(int seed, double noise) {
        Draw draw = new Draw(seed);
        Draw noises = new Draw(~seed);
        float[] pixels = new float[100];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (draw.gaussian() + (noise == 0 ? 0 : noise * noises.gaussian()));
        }
        return new Example(Value.Numbers.of(Tensor.of(pixels, 1, 10, 10)), Tensor.of(new float[] {seed % 2}));
    }
}

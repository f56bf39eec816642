package org.vitrine.datasets.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Target;

class PictureStepsTest {
    /** 1 channel of 2 x 4. */
    private static final Tensor RAMP = Tensor.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 1, 2, 4);

    @Test
    void shrinkingAveragesAndGrowingGoesBetween() throws DatasetException {
        assertThat(fixed(new Resize(), Map.of("height", "1", "width", "2"), RAMP))
                .isEqualTo(Tensor.of(new float[] {2.5f, 4.5f}, 1, 1, 2));
        Tensor wide = fixed(new Resize(), Map.of("height", "2", "width", "8"), RAMP);
        assertThat(wide.values()).startsWith(0f, 0.25f, 0.75f, 1.25f).endsWith(7f);
        assertThat(fixed(new Resize(), Map.of("height", "2", "width", "4"), RAMP))
                .isEqualTo(RAMP);
    }

    @Test
    void croppingKeepsTheMiddle() throws DatasetException {
        assertThat(fixed(new Crop(), Map.of("height", "2", "width", "2"), RAMP))
                .isEqualTo(Tensor.of(new float[] {1, 2, 5, 6}, 1, 2, 2));
        assertThatThrownBy(() -> fixed(new Crop(), Map.of("height", "3", "width", "2"), RAMP))
                .hasMessageContaining("3 x 2")
                .hasMessageContaining("2 x 4");
    }

    @Test
    void greyWeighsTheColours() throws DatasetException {
        Tensor colours = Tensor.of(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 1, 3);
        assertThat(fixed(new Grey(), Map.of(), colours))
                .isEqualTo(Tensor.of(new float[] {0.299f, 0.587f, 0.114f}, 1, 1, 3));
        assertThat(new Grey().misfit(pictures(RAMP).content(), Targets.NONE))
                .contains("the pictures are not in colour.");
    }

    @Test
    void mirroringTwiceIsNothingAndHappensToEverySecond() {
        Flip.Fitted flip = new Flip.Fitted(true, false);
        int mirrored = 0;
        for (int i = 0; i < 400; i++) {
            Tensor changed = flip.change(RAMP, new Draw(i));
            mirrored += changed.equals(RAMP) ? 0 : 1;
            assertThat(flip.change(changed, new Draw(i))).isEqualTo(RAMP);
        }
        assertThat(mirrored).isBetween(150, 250);
        assertThat(new Flip.Fitted(false, false).change(RAMP, new Draw(1))).isEqualTo(RAMP);
    }

    @Test
    void warpsMoveTurnAndScaleAboutTheMiddle() {
        float[] spot = new float[25];
        spot[2 * 5 + 3] = 1;
        Tensor picture = Tensor.of(spot, 1, 5, 5);
        assertThat(brightest(new Warp(1, 0, 0, 1).apply(picture))).isEqualTo(2 * 5 + 4);
        assertThat(brightest(new Warp(0, 2, 0, 1).apply(picture))).isEqualTo(4 * 5 + 3);
        assertThat(brightest(new Warp(0, 0, Math.PI / 2, 1).apply(picture))).isEqualTo(1 * 5 + 2);
        assertThat(brightest(new Warp(0, 0, 0, 2).apply(picture))).isEqualTo(2 * 5 + 4);
        Tensor same = new Warp(0, 0, 0, 1).apply(picture);
        assertThat(same).isEqualTo(picture);
    }

    @Test
    void randomStepsStayWithinTheirBounds() {
        float[] values = new float[100];
        Arrays.fill(values, 0.5f);
        Tensor even = Tensor.of(values, 1, 10, 10);
        for (int seed = 0; seed < 50; seed++) {
            Draw draw = new Draw(seed);
            assertThat(new Shift.Fitted(3).change(even, draw)).isEqualTo(even);
            assertThat(mean(new ColourJitter.Fitted(0.2, 0.5, 0.5).change(even, draw)))
                    .isBetween(0.4, 0.6);
            assertThat(new CutOut.Fitted(4).change(even, draw)).isEqualTo(even);
        }
        Tensor noisy = new Noise.Fitted(0.1).change(even, new Draw(3));
        double squares = 0;
        for (float value : noisy.values()) {
            squares += (value - 0.5) * (value - 0.5);
        }
        assertThat(Math.sqrt(squares / 100)).isCloseTo(0.1, within(0.03));
    }

    @Test
    void trainingSeesChangedPicturesButTestsAndOtherPassesDoNotMix() throws DatasetException {
        DataReference reference = DataReference.of("digits")
                .withSteps(List.of(StepReference.of("shift"), new StepReference("noise", Map.of("deviation", "0.1"))));
        Dataset augmented = DatasetCatalogue.builtIn().load(reference);
        Dataset plain = DatasetCatalogue.builtIn().load(DataReference.of("digits"));
        int[] some = {0, 5, 9};
        Batch first = augmented.train().batch(some, 1);
        assertThat(first).isEqualTo(augmented.train().batch(some, 1));
        assertThat(first.inputs()).isNotEqualTo(augmented.train().batch(some, 2).inputs());
        assertThat(first.inputs()).isNotEqualTo(plain.train().batch(some).inputs());
        assertThat(first.targets()).isEqualTo(plain.train().batch(some).targets());
        assertThat(augmented.train().batch(new int[] {9}, 1).inputs().row(0))
                .isEqualTo(first.inputs().row(2));
        assertThat(augmented.train().batch(some)).isEqualTo(plain.train().batch(some));
        assertThat(augmented.test().batch(some)).isEqualTo(plain.test().batch(some));
        assertThat(augmented.fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void stepsThatMoveThingsAreRefusedWhereBoxesWouldStayBehind() {
        Targets boxes = Targets.of(Target.boxes(1, 1), List.of("thing"));
        Content content = pictures(RAMP).content();
        for (Step step : List.of(new Flip(), new Shift(), new Rotate(), new Zoom(), new Crop())) {
            assertThat(step.misfit(content, boxes)).as(step.id()).isPresent();
        }
        for (Step step : List.of(new Noise(), new CutOut(), new ColourJitter(), new Normalise(), new Resize())) {
            assertThat(step.misfit(content, boxes)).as(step.id()).isEmpty();
        }
    }

    @Test
    void normalisedPicturesAreShownAsTheyWere() throws DatasetException {
        Dataset normalised = DatasetCatalogue.builtIn()
                .load(DataReference.of("digits").withSteps(List.of(StepReference.of("normalise"))));
        Dataset plain = DatasetCatalogue.builtIn().load(DataReference.of("digits"));
        Tensor shown = normalised
                .presentation()
                .image(normalised.test().example(0).inputs().row(0))
                .orElseThrow();
        float[] was = plain.test().example(0).inputs().values();
        for (int i = 0; i < was.length; i++) {
            assertThat(shown.values()[i]).isCloseTo(was[i], within(1e-5f));
        }
    }

    private static double mean(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum / tensor.size();
    }

    private static int brightest(Tensor tensor) {
        int best = 0;
        for (int i = 0; i < tensor.size(); i++) {
            best = tensor.values()[i] > tensor.values()[best] ? i : best;
        }
        return best;
    }

    private static Tensor fixed(Step step, Map<String, String> options, Tensor picture) throws DatasetException {
        Stage stage = pictures(picture);
        Stage after = stage.then(step.fit(stage, Options.of("The step", step.options(), options)));
        Tensor changed = after.train().example(0).numbers().tensor();
        assertThat(((Content.Ready) after.content()).shape())
                .isEqualTo(new Image(changed.shape()[0], changed.shape()[1], changed.shape()[2]));
        return changed;
    }

    private static Stage pictures(Tensor picture) {
        Examples one = Examples.of(List.of(Example.of(Value.Numbers.of(picture))));
        return new Stage(
                new Content.Ready(
                        new Image(picture.shape()[0], picture.shape()[1], picture.shape()[2]),
                        new Presentation.Picture()),
                Targets.classes(List.of("a", "b")),
                one,
                one,
                one);
    }
}

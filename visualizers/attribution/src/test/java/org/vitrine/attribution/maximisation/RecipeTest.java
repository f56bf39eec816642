package org.vitrine.attribution.maximisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/** Ascents from texts. */
class RecipeTest {
    private static final UnitLayer DENSE = new UnitLayer("dense", "Dense", 4, new int[0], false);
    private static final UnitLayer MAPS = new UnitLayer("conv", "Convolution2D", 4, new int[] {28, 28}, false);
    private static final Grid PICTURE = new Grid(1, 28, 28);
    private static final Grid ROW = new Grid(2, 1, 1);
    private static final InputSpace ROWS = new InputSpace(
            new int[] {2},
            ROW,
            new double[] {10, 0},
            new double[] {2, 1},
            new double[] {0, -1},
            new double[] {20, 1},
            List.of());

    private static List<String> names(UnitLayer layer, Grid grid) {
        return Recipe.options(layer, grid).stream().map(MethodOption::name).toList();
    }

    @Test
    void optionsAreThoseThatHaveAMeaning() {
        assertThat(names(DENSE, ROW)).containsExactly("start", "example", "climb", "steps", "rate", "decay", "seed");
        assertThat(names(MAPS, PICTURE))
                .contains("place", "variation", "exponent", "blur", "every", "jitter")
                .hasSize(13);
        assertThatThrownBy(() -> new Recipe(DENSE, ROW, Map.of("jitter", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no option \"jitter\" here. There are: start, example");
        assertThatThrownBy(() -> new Recipe(MAPS, PICTURE, Map.of("place", "left")))
                .hasMessageContaining("one of mean, centre, greatest");
    }

    @Test
    void jitterGrowsWithPicturesAndLeavesSequencesAlone() {
        assertThat(usual(new Grid(3, 32, 32), "jitter")).isEqualTo("2");
        assertThat(usual(new Grid(1, 8, 8), "jitter")).isEqualTo("0");
        assertThat(usual(new Grid(2, 1, 96), "jitter")).isEqualTo("0");
        assertThat(usual(new Grid(3, 512, 512), "jitter")).isEqualTo("4");
    }

    private static String usual(Grid grid, String name) {
        return Recipe.options(MAPS, grid).stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow()
                .usual();
    }

    @Test
    void anAscentBeginsWithNoiseOrTheMeanOrAnExample() {
        assertThat(start(Map.of("start", "mean"))).containsExactly(0, 0);
        assertThat(start(Map.of("start", "example", "example", "3"))).containsExactly(-3.5, 0.5);
        assertThat(start(Map.of())).doesNotContain(0).isEqualTo(start(Map.of()));
        assertThat(start(Map.of("seed", "1"))).isNotEqualTo(start(Map.of()));
    }

    private static double[] start(Map<String, String> values) {
        return new Recipe(DENSE, ROW, values).start(ROWS, index -> Tensor.of(new float[] {index, 0.5f}, 2));
    }

    @Test
    void regularisersAreWeighedByTheSizeOfTheInput() {
        Recipe recipe =
                new Recipe(MAPS, PICTURE, Map.of("decay", "0.5", "variation", "2", "exponent", "2", "blur", "1"));
        InputSpace space = new InputSpace(
                new int[] {1, 28, 28},
                PICTURE,
                new double[1],
                new double[] {1},
                new double[1],
                new double[] {1},
                List.of());

        Ascent ascent = recipe.ascent(space, 4);

        assertThat(ascent.scale()).isEqualTo(4);
        assertThat(ascent.jitter().most()).isEqualTo(2);
        assertThat(ascent.regularisers().get(0))
                .isInstanceOfSatisfying(
                        L2Decay.class, decay -> assertThat(decay.weight()).isCloseTo(0.5 / 28, within(1e-12)));
        assertThat(ascent.regularisers().get(1)).isInstanceOfSatisfying(TotalVariation.class, variation -> {
            assertThat(variation.weight()).isCloseTo(2.0 / 28, within(1e-12));
            assertThat(variation.exponent()).isEqualTo(2);
        });
        assertThat(ascent.regularisers().get(2)).isEqualTo(new GaussianBlur(PICTURE, 4, 1));
    }

    @Test
    void aUnitThatNeverChangesIsGoneUpAsItIs() {
        assertThat(new Recipe(DENSE, ROW, Map.of()).ascent(ROWS, 0).scale()).isEqualTo(1);
    }
}

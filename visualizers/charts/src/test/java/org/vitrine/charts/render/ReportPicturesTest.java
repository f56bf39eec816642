package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPicturesTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Test
    void tokensStandOnTheColourOfTheirRelevance() throws IOException {
        List<String> tokens = List.of("the", "acting", "was", "wonderful", "but", "the", "plot", "was", "dull");
        float[] relevance = {0, 0.1f, 0, 1, 0, 0, -0.2f, 0, -1, 0, 0};
        Picture picture = TokensImage.render("Integrated Gradients: positive", tokens, relevance, true, 400);
        picture.writePng(SCREENSHOTS.resolve("tokens.png"));
        ColorScale scale = ColorScale.of(true, Arrays.copyOf(relevance, tokens.size()));
        assertThat(picture.width()).isBetween(300, 400);
        assertThat(colors(picture)).contains(scale.argb(1), scale.argb(-1));
    }

    @Test
    void longTextsBreakIntoLines() {
        List<String> few = Collections.nCopies(3, "token");
        List<String> many = Collections.nCopies(60, "token");
        assertThat(TokensImage.render("t", many, new float[60], true, 300).height())
                .isGreaterThan(
                        TokensImage.render("t", few, new float[60], true, 300).height());
    }

    @Test
    void signedBarsGoBothWaysFromTheMiddle() throws IOException {
        Picture picture = BarsImage.render(
                "Gradient x input",
                List.of("petal length", "petal width", "sepal length"),
                new float[] {2, -1, 0.5f},
                true,
                500);
        picture.writePng(SCREENSHOTS.resolve("bars.png"));
        ColorScale scale = ColorScale.of(true, new float[] {2, -1, 0.5f});
        assertThat(first(picture, scale.argb(2))).isGreaterThan(first(picture, scale.argb(-1)));
    }

    @Test
    void relevanceOfNothingIsDrawnToo() {
        assertThat(colors(BarsImage.render("t", List.of("a"), new float[] {0}, true, 300)))
                .contains(0xFFFFFFFF);
        assertThat(colors(TokensImage.render("t", List.of(), new float[0], false, 300)))
                .contains(0xFFFFFFFF);
    }

    @Test
    void namesMustFitTheValues() {
        assertThatThrownBy(() -> BarsImage.render("t", List.of("a"), new float[2], true, 300))
                .hasMessageContaining("1 names do not fit 2 values");
        assertThatThrownBy(() -> TokensImage.render("t", List.of("a", "b"), new float[1], true, 300))
                .hasMessageContaining("2 tokens need as many values");
    }

    private static List<Integer> colors(Picture picture) {
        return Arrays.stream(picture.argb()).distinct().boxed().toList();
    }

    /** The leftmost column that holds a colour. */
    private static int first(Picture picture, int color) {
        for (int x = 0; x < picture.width(); x++) {
            for (int y = 0; y < picture.height(); y++) {
                if (picture.argb()[y * picture.width() + x] == color) {
                    return x;
                }
            }
        }
        throw new AssertionError("The colour is not there");
    }
}

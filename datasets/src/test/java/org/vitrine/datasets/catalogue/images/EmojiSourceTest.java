package org.vitrine.datasets.catalogue.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.images.EmojiPainter.Background;
import org.vitrine.datasets.random.Draw;

class EmojiSourceTest {

    @Test
    void theSheetHoldsAllDrawingsOfTenClassesInTwoStyles() throws DatasetException {
        EmojiSheet sheet = EmojiSheet.read();
        assertThat(sheet.tiles()).hasSize(852);
        assertThat(sheet.tiles().stream().map(EmojiSheet.Tile::kind).distinct()).hasSize(10);
        assertThat(sheet.tiles().stream().map(EmojiSheet.Tile::style).distinct())
                .containsExactly("noto", "fluent");
        for (int tile = 0; tile < 852; tile++) {
            float opaque = 0;
            float[] drawing = sheet.drawing(tile);
            for (int i = 3 * 32 * 32; i < drawing.length; i++) {
                opaque += drawing[i];
            }
            assertThat(opaque).as("tile %d", tile).isGreaterThan(40);
        }
    }

    @Test
    void anUprightEmojiOnWhiteIsTheDrawing() throws DatasetException {
        float[] drawing = EmojiSheet.read().drawing(2);
        Tensor image = new EmojiPainter(32, 0, Background.WHITE).paint(drawing, new Draw(1));
        for (int i = 0; i < image.size(); i++) {
            float opacity = drawing[3 * 32 * 32 + i % (32 * 32)];
            assertThat(image.values()[i])
                    .isEqualTo(Math.min(1, 1 - opacity + drawing[i]), org.assertj.core.api.Assertions.within(1e-6f));
        }
    }

    @Test
    void noDrawingIsInTwoParts() throws DatasetException {
        RawDataset raw = read(Map.of("pose", "0", "background", "white", "examples", "4000"));
        Set<Integer> train = images(raw.stage().train());
        Set<Integer> validation = images(raw.stage().validation());
        Set<Integer> test = images(raw.stage().test());
        assertThat(train).hasSizeGreaterThan(450);
        assertThat(test).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(train);
        assertThat(validation).hasSizeGreaterThan(100).doesNotContainAnyElementsOf(train);
        assertThat(validation).doesNotContainAnyElementsOf(test);
    }

    @Test
    void examplesAreTheSameHoweverOftenTheyAreAskedFor() throws DatasetException {
        Examples train = read(Map.of()).stage().train();
        Example once = train.example(77);
        train.example(3);
        assertThat(train.example(77)).isEqualTo(once);
        assertThat(read(Map.of("examples", "500")).stage().train().example(77)).isEqualTo(once);
        assertThat(read(Map.of("seed", "8")).stage().train().example(77)).isNotEqualTo(once);
    }

    @Test
    void optionsChangeWhatTheySay() throws DatasetException {
        assertThat(read(Map.of("size", "48"))
                        .stage()
                        .test()
                        .example(0)
                        .numbers()
                        .tensor()
                        .shape())
                .containsExactly(3, 48, 48);
        for (String background : List.of("white", "plain", "gradient", "clutter")) {
            Tensor image = read(Map.of("background", background))
                    .stage()
                    .train()
                    .example(11)
                    .numbers()
                    .tensor();
            for (float value : image.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    private static RawDataset read(Map<String, String> options) throws DatasetException {
        return new EmojiSource().read(options);
    }

    private static Set<Integer> images(Examples examples) {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < examples.size(); i++) {
            hashes.add(Arrays.hashCode(examples.example(i).numbers().tensor().values()));
        }
        return hashes;
    }
}

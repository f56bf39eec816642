package org.vitrine.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.graph.layer.LayerCatalogue;

class PaletteSearchTest {

    @ParameterizedTest
    @CsvSource({
        "dense, Dense",
        "DENSE, Dense",
        "input, Input",
        "conv, Convolution2D",
        "cnv, Convolution2D",
        "lstm, Lstm",
        "gru, Gru",
        "drop, Dropout",
        "flat, Flatten",
        "batch, BatchNormalization",
        "attn, SelfAttention",
        "bidi, Bidirectional",
        "classif, ClassificationOutput"
    })
    void aFewLettersFindTheLayerFirst(String query, String type) {
        assertThat(PaletteSearch.find(query, LayerCatalogue.defaults()).get(0).type())
                .isEqualTo(type);
    }

    @Test
    void theSummaryIsSearchedToo() {
        assertThat(PaletteSearch.find("image", LayerCatalogue.defaults()))
                .anyMatch(layer -> layer.type().equals("Convolution2D"));
    }

    @Test
    void nothingFitsNonsenseAndEverythingFitsNothing() {
        assertThat(PaletteSearch.find("zzqx", LayerCatalogue.defaults())).isEmpty();
        assertThat(PaletteSearch.find("  ", LayerCatalogue.defaults())).isEqualTo(LayerCatalogue.defaults());
    }
}

package org.vitrine.charts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void wordsHaveBlanksBetweenThem() {
        assertThat(Excerpt.of(List.of("a", "good", "film"), 3)).isEqualTo("a good film");
        assertThat(Excerpt.of(List.of("a", "good", "film"), 2)).isEqualTo("a good \u2026");
    }

    @Test
    void lettersStandTogetherAndAreMore() {
        List<String> letters = List.of("t", "h", "e", " ", "e", "n", "d");
        assertThat(Excerpt.of(letters, 2)).isEqualTo("the end");
        assertThat(Excerpt.of(letters, 1)).isEqualTo("the e\u2026");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Excerpt.of(List.of(), 3)).isEmpty();
    }
}

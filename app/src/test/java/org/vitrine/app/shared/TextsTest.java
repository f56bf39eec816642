package org.vitrine.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.charts.format.Numbers;

class TextsTest {
    @Test
    void wholeNumbersAreGroupedAsInAllOtherPlaces() {
        assertThat(Texts.format("explain.count", 8_000)).isEqualTo(Numbers.count(8_000) + " examples");
        assertThat(Texts.format("explain.count", "8000")).isEqualTo("8000 examples");
    }
}

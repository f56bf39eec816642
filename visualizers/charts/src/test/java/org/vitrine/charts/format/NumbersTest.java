package org.vitrine.charts.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.21339, 0.2134",
        "-0.5, \u22120.5",
        "9.99996, 10",
        "1234, 1234",
        "9999.9, 10k",
        "12345, 12.34k",
        "3200000, 3.2M",
        "0.0000015, 1.5e\u22126",
        "0.0001, 1e\u22124",
        "NaN, \u2013",
        "Infinity, \u221e"
    })
    void valuesHaveFourSignificantDigits(double value, String text) {
        assertThat(Numbers.value(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.1, 0.3",
        "0.25, 0.05, 0.25",
        "2, 0.5, 2",
        "5000, 1000, 5000",
        "20000, 10000, 20k",
        "12500, 500, 12.5k",
        "0.00002, 0.00001, 2e\u22125",
        "-3, 1, \u22123",
        "1500000, 500000, 1.5M"
    })
    void ticksShowJustEnoughDecimals(double value, double step, String text) {
        assertThat(Numbers.tick(value, step)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.9642, 96.4%", "0, 0.0%", "1, 100.0%", "NaN, \u2013"})
    void sharesReadAsPercent(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.031, +0.031", "-0.031, \u22120.031", "0, 0"})
    void signsAreWrittenOut(double value, String text) {
        assertThat(Numbers.signed(value, 3)).isEqualTo(text);
    }
}

package org.vitrine.charts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ColorTest {
    @Test
    void zeroOfASignedScaleIsWhiteAndItsEndsAreBlueAndRed() {
        ColorScale scale = ColorScale.diverging(100, new float[] {-2, 1});
        assertThat(scale.argb(0)).isEqualTo(0xFFFFFFFF);
        assertThat(scale.argb(-2)).isEqualTo(0xFF053061);
        assertThat(scale.argb(2)).isEqualTo(0xFF67001F);
        assertThat(scale.argb(99)).isEqualTo(0xFF67001F);
    }

    @Property
    void signedScalesAreSymmetricInLightness(@ForAll @DoubleRange(min = 0, max = 1) double share) {
        double blue = Argb.luminance(ColorMap.DIVERGING.argb(0.5 - share / 2));
        double red = Argb.luminance(ColorMap.DIVERGING.argb(0.5 + share / 2));
        assertThat(blue).isCloseTo(red, within(0.16));
    }

    @Property
    void viridisGrowsLighter(
            @ForAll @DoubleRange(min = 0, max = 1) double a, @ForAll @DoubleRange(min = 0, max = 1) double b) {
        double darker = Argb.luminance(ColorMap.VIRIDIS.argb(Math.min(a, b)));
        double lighter = Argb.luminance(ColorMap.VIRIDIS.argb(Math.max(a, b)));
        assertThat(darker).isLessThanOrEqualTo(lighter + 0.004);
    }

    @Property
    void textOnAnyColourOfAnyMapIsReadable(@ForAll ColorMap map, @ForAll @DoubleRange(min = 0, max = 1) double unit) {
        int background = map.argb(unit);
        assertThat(Argb.contrast(background, Argb.textOn(background))).isGreaterThan(3.9);
    }

    @Property
    void aPercentileLiesWithinTheValues(@ForAll float[] values, @ForAll @DoubleRange(min = 0, max = 100) double p) {
        double result = Percentiles.of(p, values);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            assertThat(result).isNaN();
        } else {
            assertThat(result).isBetween((double) low, (double) high);
        }
    }

    @Test
    void percentilesInterpolateBetweenRanks() {
        assertThat(Percentiles.of(50, 1, 2, 3, 4)).isEqualTo(2.5);
        assertThat(Percentiles.of(99, 0, 100)).isCloseTo(99, within(1e-9));
    }

    @Test
    void oneOutlierDoesNotPaleTheMapAndSparseMapsKeepTheirPeak() {
        float[] values = new float[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i % 100 / 100f;
        }
        values[0] = 1000;
        assertThat(ColorScale.sequential(99, values).max()).isLessThan(1.1);
        float[] sparse = new float[1000];
        sparse[5] = -3;
        assertThat(ColorScale.diverging(99, sparse).max()).isEqualTo(3);
        assertThat(ColorScale.diverging(99, new float[4]).max()).isEqualTo(1);
    }

    @Test
    void paletteColoursStandOutFromTheirPaper() {
        for (int i = 0; i < 5; i++) {
            assertThat(Argb.contrast(Palette.argb(i, false), 0xFFFFFFFF)).isGreaterThan(2);
            assertThat(Argb.contrast(Palette.argb(i, true), 0xFF0D1117)).isGreaterThan(4);
        }
    }
}

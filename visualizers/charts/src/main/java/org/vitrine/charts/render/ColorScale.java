package org.vitrine.charts.render;

/**
 * How values become colours; beyond the ends colours stay the same.
 *
 * @param min value of the first colour: 0, or -max for a signed map
 * @param max value of the last colour, positive
 */
public record ColorScale(ColorMap map, double min, double max) {
    /** The share of values that is not cut off, in percent: single outliers would make all else pale. */
    public static final double CLIP = 99;

    public ColorScale {
        if (!(min < max)) {
            throw new IllegalArgumentException("A colour scale cannot go from " + min + " to " + max);
        }
    }

    /** Symmetric around zero, up to the given percentile of |values|. */
    public static ColorScale diverging(double percentile, float[]... values) {
        double reach = Percentiles.reach(percentile, values);
        return new ColorScale(ColorMap.DIVERGING, -reach, reach);
    }

    /** From zero up to the given percentile of |values|. */
    public static ColorScale sequential(double percentile, float[]... values) {
        return new ColorScale(ColorMap.VIRIDIS, 0, Percentiles.reach(percentile, values));
    }

    /** The scale that fits signed or unsigned relevance, clipped at {@link #CLIP}. */
    public static ColorScale of(boolean signed, float[]... values) {
        return signed ? diverging(CLIP, values) : sequential(CLIP, values);
    }

    public boolean signed() {
        return min < 0;
    }

    /** The same range in other colours. */
    public ColorScale with(ColorMap other) {
        return new ColorScale(other, min, max);
    }

    /** Opaque ARGB of a value; NaN is mid-grey. */
    public int argb(double value) {
        return map.argb((value - min) / (max - min));
    }
}

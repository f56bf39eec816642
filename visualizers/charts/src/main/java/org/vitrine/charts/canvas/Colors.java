package org.vitrine.charts.canvas;

import javafx.scene.paint.Color;

/** Between JavaFX colours and packed ARGB. */
public final class Colors {
    private Colors() {}

    public static Color of(int argb) {
        return Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    public static int argb(Color color) {
        return level(color.getOpacity()) << 24
                | level(color.getRed()) << 16
                | level(color.getGreen()) << 8
                | level(color.getBlue());
    }

    private static int level(double share) {
        return (int) Math.round(share * 255);
    }
}

package org.vitrine.attribution.methods.perturbation;

/** Bilinear interpolation between pixel centres; at the border the outermost pixel goes on. */
public final class Bilinear {
    private Bilinear() {}

    /** Resizes a map [height, width], row by row, to [newHeight, newWidth]. */
    public static float[] resize(float[] map, int height, int width, int newHeight, int newWidth) {
        float[] values = new float[newHeight * newWidth];
        for (int y = 0; y < newHeight; y++) {
            double fromY = place(y, height, newHeight);
            int top = (int) fromY;
            int bottom = Math.min(top + 1, height - 1);
            for (int x = 0; x < newWidth; x++) {
                double fromX = place(x, width, newWidth);
                int left = (int) fromX;
                int right = Math.min(left + 1, width - 1);
                double above = mix(map[top * width + left], map[top * width + right], fromX - left);
                double below = mix(map[bottom * width + left], map[bottom * width + right], fromX - left);
                values[y * newWidth + x] = (float) mix(above, below, fromY - top);
            }
        }
        return values;
    }

    private static double place(int index, int length, int newLength) {
        double place = (index + 0.5) * length / newLength - 0.5;
        return Math.max(0, Math.min(length - 1, place));
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }
}

package org.vitrine.runs.watch;

/** Numbers in 256 steps between the least and the greatest; what is no number becomes the least. */
record Steps(byte[] bytes, double low, double high) {

    static Steps of(float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!(low <= high)) {
            low = 0;
            high = 0;
        }
        double scale = high > low ? 255 / (high - low) : 0;
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            // What is no number becomes 0 by the cast.
            bytes[i] = (byte) Math.max(0, Math.min(255, (int) ((values[i] - low) * scale + 0.5)));
        }
        return new Steps(bytes, low, high);
    }

    static void read(byte[] bytes, int from, Block block, float[] values) {
        double step = (block.high() - block.low()) / 255;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (block.low() + (bytes[from + i] & 0xFF) * step);
        }
    }
}

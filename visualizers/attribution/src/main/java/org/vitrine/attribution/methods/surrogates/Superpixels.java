package org.vitrine.attribution.methods.surrogates;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.vitrine.datasets.Tensor;

/**
 * Connected patches of pixels of like colour, by simple linear iterative clustering (Achanta et al. 2012): k-means over colour and
 * place, each centre looking only at its neighbourhood, then small stray pieces go to a neighbour. The same image gives the same
 * patches.
 */
final class Superpixels {
    private static final int ROUNDS = 10;
    /** How much a distance in the image weighs against one in colour, which goes from 0 to 1. */
    private static final double COMPACTNESS = 0.5;

    private final float[] colours;
    private final int channels;
    private final int height;
    private final int width;
    private final double side;
    private final double[][] centres;
    private final int[] labels;

    private Superpixels(Tensor image, int wanted) {
        int[] shape = image.shape();
        channels = shape[0];
        height = shape[1];
        width = shape[2];
        colours = scaled(image.values());
        side = Math.sqrt((double) height * width / wanted);
        int rows = (int) Math.max(1, Math.round(height / side));
        int columns = (int) Math.max(1, Math.round(width / side));
        centres = new double[rows * columns][];
        labels = new int[height * width];
        for (int i = 0; i < centres.length; i++) {
            int row = i / columns;
            int y = (int) ((row + 0.5) * height / rows);
            int x = (int) ((i % columns + 0.5) * width / columns);
            centres[i] = features(y * width + x);
        }
    }

    /** The patch of each pixel, numbered from 0. */
    static int[] of(Tensor image, int wanted) {
        Superpixels superpixels = new Superpixels(image, wanted);
        for (int round = 0; round < ROUNDS; round++) {
            superpixels.assign();
            superpixels.move();
        }
        return superpixels.connected();
    }

    private static float[] scaled(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = most > least ? (values[i] - least) / (most - least) : 0;
        }
        return scaled;
    }

    /** Colour, row and column of a pixel. */
    private double[] features(int pixel) {
        double[] features = new double[channels + 2];
        for (int c = 0; c < channels; c++) {
            features[c] = colours[c * height * width + pixel];
        }
        int row = pixel / width;
        features[channels] = row;
        features[channels + 1] = pixel % width;
        return features;
    }

    private double distance(double[] centre, int pixel) {
        double colour = 0;
        for (int c = 0; c < channels; c++) {
            double difference = colours[c * height * width + pixel] - centre[c];
            colour += difference * difference / channels;
        }
        int row = pixel / width;
        double dy = row - centre[channels];
        double dx = pixel % width - centre[channels + 1];
        return colour + COMPACTNESS * COMPACTNESS * (dy * dy + dx * dx) / (side * side);
    }

    private void assign() {
        double[] nearest = new double[labels.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int reach = (int) Math.ceil(2 * side);
        for (int k = 0; k < centres.length; k++) {
            double[] centre = centres[k];
            int middleY = (int) centre[channels];
            int middleX = (int) centre[channels + 1];
            for (int y = Math.max(0, middleY - reach); y <= Math.min(height - 1, middleY + reach); y++) {
                for (int x = Math.max(0, middleX - reach); x <= Math.min(width - 1, middleX + reach); x++) {
                    int pixel = y * width + x;
                    double distance = distance(centre, pixel);
                    if (distance < nearest[pixel]) {
                        nearest[pixel] = distance;
                        labels[pixel] = k;
                    }
                }
            }
        }
    }

    private void move() {
        double[][] sums = new double[centres.length][channels + 2];
        int[] counts = new int[centres.length];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            double[] features = features(pixel);
            counts[labels[pixel]]++;
            for (int f = 0; f < features.length; f++) {
                sums[labels[pixel]][f] += features[f];
            }
        }
        for (int k = 0; k < centres.length; k++) {
            for (int f = 0; counts[k] > 0 && f < channels + 2; f++) {
                centres[k][f] = sums[k][f] / counts[k];
            }
        }
    }

    /** Pieces by number; one of less than a quarter of a patch's size goes to the piece found before it beside it. */
    private int[] connected() {
        int[] pieces = new int[labels.length];
        Arrays.fill(pieces, -1);
        int count = 0;
        for (int first = 0; first < pieces.length; first++) {
            if (pieces[first] >= 0) {
                continue;
            }
            int[] before = {-1};
            int[] piece = piece(first, pieces, before);
            boolean small = piece.length < side * side / 4 && before[0] >= 0;
            int number = small ? before[0] : count++;
            for (int pixel : piece) {
                pieces[pixel] = number;
            }
        }
        return pieces;
    }

    /** The pixels of one label that hang together; {@code before} gets a piece beside them. */
    private int[] piece(int first, int[] pieces, int[] before) {
        int mark = Integer.MAX_VALUE;
        Deque<Integer> open = new ArrayDeque<>();
        int[] found = new int[16];
        int count = 0;
        pieces[first] = mark;
        open.add(first);
        while (!open.isEmpty()) {
            int pixel = open.remove();
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = pixel;
            for (int next : neighbours(pixel)) {
                if (next < 0) {
                    continue;
                }
                if (pieces[next] >= 0 && pieces[next] != mark) {
                    before[0] = pieces[next];
                } else if (pieces[next] < 0 && labels[next] == labels[first]) {
                    pieces[next] = mark;
                    open.add(next);
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int[] neighbours(int pixel) {
        int x = pixel % width;
        return new int[] {
            x > 0 ? pixel - 1 : -1,
            x < width - 1 ? pixel + 1 : -1,
            pixel - width,
            pixel + width < labels.length ? pixel + width : -1
        };
    }
}

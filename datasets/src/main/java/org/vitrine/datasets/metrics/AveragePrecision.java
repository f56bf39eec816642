package org.vitrine.datasets.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Average precision of found boxes, class by class, as in the later Pascal VOC challenges (Everingham et al. 2010): the area
 * under precision over recall, where precision is the best at this recall or a higher one. A found box is right if it
 * overlaps a true one of its class enough that no surer box has taken. Images are taken one by one.
 */
public final class AveragePrecision {
    private final double least;
    private final List<List<Hit>> hits = new ArrayList<>();
    private final long[] truths;

    private record Hit(double confidence, boolean right) {}

    /** @param least overlap of a right box, such as 0.5 */
    public AveragePrecision(int classes, double least) {
        this.least = least;
        truths = new long[classes];
        for (int k = 0; k < classes; k++) {
            hits.add(new ArrayList<>());
        }
    }

    /** Takes the boxes of all images, true and found. */
    public static AveragePrecision of(int classes, double least, List<List<Box>> actual, List<List<Box>> found) {
        AveragePrecision precision = new AveragePrecision(classes, least);
        for (int i = 0; i < actual.size(); i++) {
            precision.add(found.get(i), actual.get(i));
        }
        return precision;
    }

    /** Takes the boxes of one image. */
    public void add(List<Box> found, List<Box> actual) {
        actual.forEach(box -> truths[box.type()]++);
        boolean[] taken = new boolean[actual.size()];
        for (Box box : found.stream()
                .sorted(Comparator.comparingDouble(Box::confidence).reversed())
                .toList()) {
            int best = -1;
            double most = least;
            for (int i = 0; i < taken.length; i++) {
                double overlap =
                        actual.get(i).type() == box.type() ? actual.get(i).overlap(box) : 0;
                if (!taken[i] && overlap >= most) {
                    best = i;
                    most = overlap;
                }
            }
            if (best >= 0) {
                taken[best] = true;
            }
            hits.get(box.type()).add(new Hit(box.confidence(), best >= 0));
        }
    }

    /** Average precision of each class; NaN for classes without a true box. */
    public double[] perClass() {
        double[] precisions = new double[truths.length];
        for (int k = 0; k < precisions.length; k++) {
            precisions[k] = truths[k] == 0 ? Double.NaN : area(hits.get(k), truths[k]);
        }
        return precisions;
    }

    /** Mean over the classes that have true boxes. */
    public double mean() {
        return java.util.Arrays.stream(perClass())
                .filter(precision -> !Double.isNaN(precision))
                .average()
                .orElse(0);
    }

    /**
     * A point of a precision-recall curve.
     *
     * @param confidence boxes with at least this one count
     */
    public record Point(double confidence, double recall, double precision) {}

    /** Precision over recall of one class, the surest box first, one point a found box; empty without a true box. */
    public List<Point> curve(int type) {
        List<Point> points = new ArrayList<>();
        List<Hit> sorted = sorted(hits.get(type));
        int right = 0;
        for (int i = 0; i < sorted.size() && truths[type] > 0; i++) {
            right += sorted.get(i).right() ? 1 : 0;
            points.add(new Point(sorted.get(i).confidence(), (double) right / truths[type], (double) right / (i + 1)));
        }
        return points;
    }

    private static List<Hit> sorted(List<Hit> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Hit::confidence).reversed())
                .toList();
    }

    private static double area(List<Hit> found, long truths) {
        List<Hit> sorted = sorted(found);
        double[] precision = new double[sorted.size()];
        int right = 0;
        for (int i = 0; i < precision.length; i++) {
            right += sorted.get(i).right() ? 1 : 0;
            precision[i] = (double) right / (i + 1);
        }
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += sorted.get(i).right() ? best / truths : 0;
        }
        return area;
    }
}

package org.vitrine.datasets.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a threshold on distances tells pairs of one class from pairs of two: a pair is accepted if its distance is not
 * greater than the threshold (receiver operating characteristic, Fawcett 2006). Both kinds of pairs count equally, however
 * many there are of each.
 */
public final class Roc {

    /**
     * A point of the curve.
     *
     * @param threshold greatest distance that is accepted
     * @param falseAccepts share of the pairs of two classes that are accepted
     * @param trueAccepts share of the pairs of one class that are accepted
     */
    public record Point(double threshold, double falseAccepts, double trueAccepts) {
        double accuracy() {
            return (trueAccepts + 1 - falseAccepts) / 2;
        }
    }

    private final List<Point> points;

    private Roc(List<Point> points) {
        this.points = points;
    }

    /**
     * Sorts pairs by distance.
     *
     * @param friends distances of pairs of one class
     * @param strangers distances of pairs of two classes
     * @throws IllegalArgumentException if there are no pairs of one kind
     */
    public static Roc of(double[] friends, double[] strangers) {
        if (friends.length == 0 || strangers.length == 0) {
            throw new IllegalArgumentException("Verification needs pairs of one class and pairs of two, not "
                    + friends.length + " and " + strangers.length);
        }
        double[] same = friends.clone();
        double[] different = strangers.clone();
        Arrays.sort(same);
        Arrays.sort(different);
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.NEGATIVE_INFINITY, 0, 0));
        int accepted = 0;
        int wrong = 0;
        while (accepted < same.length || wrong < different.length) {
            double threshold = accepted == same.length
                    ? different[wrong]
                    : wrong == different.length ? same[accepted] : Math.min(same[accepted], different[wrong]);
            while (accepted < same.length && same[accepted] <= threshold) {
                accepted++;
            }
            while (wrong < different.length && different[wrong] <= threshold) {
                wrong++;
            }
            points.add(new Point(threshold, (double) wrong / different.length, (double) accepted / same.length));
        }
        return new Roc(points);
    }

    /** The area under the curve: the chance that a pair of one class is nearer than a pair of two; ties count half. */
    public double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.falseAccepts() - from.falseAccepts()) * (from.trueAccepts() + to.trueAccepts()) / 2;
        }
        return area;
    }

    /** The share of wrong answers where pairs of one class are refused as often as pairs of two are accepted. */
    public double equalErrorRate() {
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double before = 1 - from.trueAccepts() - from.falseAccepts();
            double after = 1 - to.trueAccepts() - to.falseAccepts();
            if (after <= 0) {
                double share = before / (before - after);
                return from.falseAccepts() + share * (to.falseAccepts() - from.falseAccepts());
            }
        }
        throw new IllegalStateException("The last point accepts everything");
    }

    /** The threshold with the most right answers, between its pair and the next so that it suits other pairs too. */
    public double bestThreshold() {
        int best = 1;
        for (int i = 2; i < points.size(); i++) {
            best = points.get(i).accuracy() > points.get(best).accuracy() ? i : best;
        }
        double own = points.get(best).threshold();
        return best + 1 < points.size() ? (own + points.get(best + 1).threshold()) / 2 : own;
    }

    /** The share of right answers at a threshold; 0.5 is chance. */
    public double accuracy(double threshold) {
        Point last = points.get(0);
        for (Point point : points) {
            if (point.threshold() > threshold) {
                break;
            }
            last = point;
        }
        return last.accuracy();
    }

    /** The curve from (0, 0) to (1, 1), thinned to about so many points. */
    public List<Point> curve(int most) {
        List<Point> thinned = new ArrayList<>();
        double apart = 2.0 / Math.max(1, most - 2);
        Point last = points.get(0);
        thinned.add(last);
        for (Point point : points) {
            double way = point.falseAccepts() - last.falseAccepts() + point.trueAccepts() - last.trueAccepts();
            if (way >= apart) {
                thinned.add(point);
                last = point;
            }
        }
        Point end = points.get(points.size() - 1);
        if (!last.equals(end)) {
            thinned.add(end);
        }
        return thinned;
    }
}

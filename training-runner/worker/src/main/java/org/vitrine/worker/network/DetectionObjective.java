package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.datasets.metrics.Boxes;

/**
 * Boxes on a grid, one a cell (after Redmon et al. 2016): outputs [n, 5 + classes, height, width] are, before their sigmoid,
 * whether the centre of an object lies in the cell, where in the cell it lies (from the left, from the top), width and height
 * as shares of the image, and the class scores. Targets [n, most, 5]: class (-1: no more boxes), x and y of the centre, width,
 * height. Of objects that share a cell the first counts.
 *
 * <p>Loss of an example: binary cross entropy of each cell's object (times {@code emptyWeight} where there is none), and at
 * objects {@code boxWeight} times the squared errors of place and of the roots of width and height, and cross entropy of the
 * class.
 */
public record DetectionObjective(int classes, int height, int width, double boxWeight, double emptyWeight)
        implements PlacedObjective {
    /** Surer boxes than this are found. Low, since average precision goes through all levels. */
    private static final double LEAST_CONFIDENCE = 0.05;

    private static final double MOST_OVERLAP = 0.45;
    /** Outputs of a cell before those of its classes: object, place and size. */
    static final int BOX = 5;

    private int cells() {
        return height * width;
    }

    private int perExample() {
        return (BOX + classes) * cells();
    }

    @Override
    public Score score(double[] z, Batch batch, double[] gradient) {
        int n = batch.size();
        double loss = 0;
        java.util.Arrays.fill(gradient, 0);
        for (int i = 0; i < n; i++) {
            @Nullable Box[] owners = owners(actual(batch, i));
            for (int cell = 0; cell < cells(); cell++) {
                Cell at = new Cell(z, gradient, i * perExample() + cell, 1.0 / n);
                @Nullable Box owner = owners[cell];
                loss += owner == null ? at.binary(0, 0, emptyWeight) : at.binary(0, 1, 1) + objectLoss(at, owner, cell);
            }
        }
        return new Score(n, loss, Double.NaN);
    }

    private double objectLoss(Cell at, Box box, int cell) {
        int row = cell / width;
        double x = box.x() * width - cell % width;
        double y = box.y() * height - row;
        return at.square(1, x, boxWeight)
                + at.square(2, y, boxWeight)
                + at.rootSquare(3, box.width(), boxWeight)
                + at.rootSquare(4, box.height(), boxWeight)
                + at.crossEntropy(box.type());
    }

    /** For each cell the object whose centre lies in it, or null. */
    private @Nullable Box[] owners(List<Box> boxes) {
        @Nullable Box[] owners = new Box[cells()];
        for (Box box : boxes) {
            int cell = owning(box);
            if (owners[cell] == null) {
                owners[cell] = box;
            }
        }
        return owners;
    }

    /** The cell in which the centre of an object lies. */
    private int owning(Box box) {
        int column = Math.min(width - 1, (int) (box.x() * width));
        int row = Math.min(height - 1, (int) (box.y() * height));
        return row * width + column;
    }

    /** The outputs of one cell: values [5 + classes], one each {@link #cells()}. */
    private final class Cell {
        private final double[] z;
        private final double[] gradient;
        private final int start;
        private final double scale;

        Cell(double[] z, double[] gradient, int start, double scale) {
            this.z = z;
            this.gradient = gradient;
            this.start = start;
            this.scale = scale;
        }

        double z(int value) {
            return z[start + value * cells()];
        }

        private void slope(int value, double slope) {
            if (gradient.length > 0) {
                gradient[start + value * cells()] = slope * scale;
            }
        }

        double binary(int value, double target, double weight) {
            double s = z(value);
            slope(value, weight * (Sigmoid.of(s) - target));
            return weight * (Math.max(s, 0) - s * target + Math.log1p(Math.exp(-Math.abs(s))));
        }

        double square(int value, double target, double weight) {
            double s = Sigmoid.of(z(value));
            slope(value, weight * 2 * (s - target) * s * (1 - s));
            return weight * (s - target) * (s - target);
        }

        double rootSquare(int value, double target, double weight) {
            double s = Sigmoid.of(z(value));
            double error = Math.sqrt(s) - Math.sqrt(target);
            slope(value, weight * error * Math.sqrt(s) * (1 - s));
            return weight * error * error;
        }

        double crossEntropy(int target) {
            double[] p = probabilities();
            for (int k = 0; k < classes; k++) {
                slope(BOX + k, p[k] - (k == target ? 1 : 0));
            }
            return -Math.log(Math.max(p[target], Double.MIN_NORMAL));
        }

        double[] probabilities() {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                most = Math.max(most, z(BOX + k));
            }
            double[] p = new double[classes];
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                p[k] = Math.exp(z(BOX + k) - most);
                sum += p[k];
            }
            for (int k = 0; k < classes; k++) {
                p[k] /= sum;
            }
            return p;
        }
    }

    @Override
    public int places(int outputs) {
        return cells();
    }

    @Override
    public Scores at(int place, int outputs) {
        return new CellScores(this, place);
    }

    /** Of all cells the surest is explained: where no object lies the classes mean nothing. */
    @Override
    public int told(float[] predictions) {
        return 0;
    }

    /** Where the centre of the first object lies; without one the middle. */
    @Override
    public int watched(Batch example, double[] outputs) {
        List<Box> boxes = actual(example, 0);
        return boxes.isEmpty() ? height / 2 * width + width / 2 : owning(boxes.get(0));
    }

    @Override
    public OptionalDouble truth(Batch example, int place) {
        Box owner = owners(actual(example, 0))[place];
        return owner == null ? OptionalDouble.empty() : OptionalDouble.of(owner.type());
    }

    /** The true boxes of an example of a batch. */
    public static List<Box> actual(Batch batch, int example) {
        float[] targets = batch.targets().values();
        int most = batch.targets().shape()[1];
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int start = (example * most + i) * BOX;
            if (targets[start] >= 0) {
                boxes.add(new Box(
                        (int) targets[start],
                        targets[start + 1],
                        targets[start + 2],
                        targets[start + 3],
                        targets[start + 4],
                        1));
            }
        }
        return boxes;
    }

    /** The boxes found in an example of a batch, surest first. */
    public List<Box> decode(double[] z, int example) {
        List<Box> boxes = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            int row = cell / width;
            Cell at = new Cell(z, new double[0], example * perExample() + cell, 1);
            double[] p = at.probabilities();
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = p[k] > p[best] ? k : best;
            }
            double confidence = Sigmoid.of(at.z(0)) * p[best];
            if (confidence >= LEAST_CONFIDENCE) {
                boxes.add(new Box(
                        best,
                        (cell % width + Sigmoid.of(at.z(1))) / width,
                        (row + Sigmoid.of(at.z(2))) / height,
                        Sigmoid.of(at.z(3)),
                        Sigmoid.of(at.z(4)),
                        confidence));
            }
        }
        return Boxes.suppress(boxes, MOST_OVERLAP);
    }

    @Override
    public double metric(Score score) {
        return Double.NaN;
    }

    @Override
    public Optional<WholeMetric> wholeMetric() {
        return Optional.of(new PrecisionMetric(this));
    }
}

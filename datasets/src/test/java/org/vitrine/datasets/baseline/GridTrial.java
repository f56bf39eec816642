package org.vitrine.datasets.baseline;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.metrics.AveragePrecision;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Image;

/**
 * Finds boxes cell by cell: one model tells from the pixels around a cell which class has its centre there, if any, another one
 * where exactly and how large.
 */
final class GridTrial {
    private static final int CELLS = 16;
    private static final int REACH = 10;
    private static final int STRIDE = 2;
    private static final int EPOCHS = 20;
    private static final int BATCH = 32;
    private static final int HIDDEN = 64;
    private static final double RATE = 0.001;
    private static final double NEGATIVES = 0.06;
    private static final double SURE = 0.2;

    private final Dataset dataset;
    private final int classes;
    private final int side;
    private final int patch = (2 * REACH / STRIDE + 1) * (2 * REACH / STRIDE + 1) * 3;
    private final Perceptron kinds;
    private final Perceptron boxes;

    GridTrial(Dataset dataset, boolean network) {
        this.dataset = dataset;
        this.classes = dataset.spec().target().size();
        this.side = (int) ((Image) dataset.spec().input()).width();
        int hidden = network ? HIDDEN : 0;
        double deviation = Math.sqrt(2.0 / patch);
        kinds = new Perceptron(patch, hidden, classes + 1, classes + 1, deviation, 1);
        boxes = new Perceptron(patch, hidden, 4, 0, deviation, 2);
    }

    /** Mean average precision on the test part. */
    double score() {
        train();
        AveragePrecision precision = new AveragePrecision(classes, 0.5);
        for (int i = 0; i < dataset.test().size(); i++) {
            Batch one = dataset.test().example(i);
            precision.add(find(one.inputs().values()), actual(one));
        }
        return precision.mean();
    }

    private void train() {
        Rows all = new Rows();
        Rows full = new Rows();
        List<Integer> labels = new ArrayList<>();
        List<Float> places = new ArrayList<>();
        Split part = dataset.train();
        Draw draw = new Draw(3);
        for (int i = 0; i < part.size(); i++) {
            Batch one = part.example(i);
            List<Box> actual = actual(one);
            for (int cell = 0; cell < CELLS * CELLS; cell++) {
                int at = cell;
                Box box = actual.stream().filter(b -> cell(b) == at).findFirst().orElse(null);
                if (box != null || draw.uniform() < NEGATIVES) {
                    float[] pixels = patch(one.inputs().values(), cell);
                    all.addDense(pixels);
                    labels.add(box == null ? classes : box.type());
                    if (box != null) {
                        full.addDense(pixels);
                        places.add((float) (box.x() * CELLS - cell % CELLS - 0.5));
                        places.add((float) (box.y() * CELLS - row(cell) - 0.5));
                        places.add((float) (box.width() * CELLS / 4));
                        places.add((float) (box.height() * CELLS / 4));
                    }
                }
            }
        }
        Answers kindAnswers =
                Answers.of(labels.stream().mapToInt(Integer::intValue).toArray(), 1);
        float[] values = new float[places.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = places.get(i);
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double rate = RATE * (1 - (double) epoch / EPOCHS);
            kinds.train(all, kindAnswers, BATCH, rate, 0, new Draw(epoch));
            boxes.train(full, Answers.of(values, 4), BATCH, rate, 0, new Draw(epoch));
        }
    }

    /** The surest class of each cell, less those that overlap a surer one of their class. */
    private List<Box> find(float[] image) {
        List<Box> found = new ArrayList<>();
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            Rows row = new Rows();
            row.addDense(patch(image, cell));
            float[] scores = kinds.outputs(row, 0);
            float[] place = boxes.outputs(row, 0);
            double sum = 0;
            int best = 0;
            for (int c = 0; c <= classes; c++) {
                sum += Math.exp(scores[c]);
                best = c < classes && scores[c] > scores[best] ? c : best;
            }
            double confidence = Math.exp(scores[best]) / sum;
            if (confidence > SURE) {
                found.add(new Box(
                        best,
                        (cell % CELLS + 0.5 + place[0]) / CELLS,
                        (row(cell) + 0.5 + place[1]) / CELLS,
                        Math.max(0.02, place[2] * 4 / CELLS),
                        Math.max(0.02, place[3] * 4 / CELLS),
                        confidence));
            }
        }
        found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        List<Box> kept = new ArrayList<>();
        for (Box box : found) {
            if (kept.stream().noneMatch(other -> other.type() == box.type() && other.overlap(box) > 0.3)) {
                kept.add(box);
            }
        }
        return kept;
    }

    private float[] patch(float[] image, int cell) {
        float[] pixels = new float[patch];
        int x = (int) ((cell % CELLS + 0.5) * side / CELLS);
        int y = (int) ((row(cell) + 0.5) * side / CELLS);
        int at = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int down = -REACH; down <= REACH; down += STRIDE) {
                for (int across = -REACH; across <= REACH; across += STRIDE) {
                    int row = Math.max(0, Math.min(side - 1, y + down));
                    int column = Math.max(0, Math.min(side - 1, x + across));
                    pixels[at++] = 2 * image[(channel * side + row) * side + column] - 1;
                }
            }
        }
        return pixels;
    }

    private static int row(int cell) {
        return cell / CELLS;
    }

    private static int cell(Box box) {
        int column = Math.min(CELLS - 1, (int) (box.x() * CELLS));
        return Math.min(CELLS - 1, (int) (box.y() * CELLS)) * CELLS + column;
    }

    private static List<Box> actual(Batch one) {
        List<Box> boxes = new ArrayList<>();
        float[] values = one.targets().values();
        for (int i = 0; i < values.length && values[i] >= 0; i += 5) {
            boxes.add(new Box((int) values[i], values[i + 1], values[i + 2], values[i + 3], values[i + 4], 1));
        }
        return boxes;
    }
}

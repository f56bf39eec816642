package org.vitrine.app.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.datasets.metrics.Neighbours;
import org.vitrine.datasets.metrics.Pairs;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/**
 * Evaluations of real data by models that need no training: the nearest class mean, truth with noise, a blur. Quick to make,
 * and wrong often enough to be worth a look.
 */
final class MadeUp {
    private static final double SHARPNESS = 12;

    private MadeUp() {}

    /** A run of an example document with results. */
    static RunDirectory run(Path folder, String example) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../examples/" + example + ".vitrine"));
        RunDirectory run = new RunStore(folder.resolve("runs")).create(document, new Device.Cpu());
        run.writeEvaluation(of(run.loadData(DatasetCatalogue.builtIn()), example));
        return run;
    }

    private static TestEvaluation of(Dataset data, String example) {
        if (example.startsWith("vae")) {
            return blurred(data);
        }
        if (example.startsWith("triplet")) {
            return embedded(data);
        }
        return switch (data.spec().target().kind()) {
            case CLASSES -> nearestMeans(data);
            case VALUES -> noisy(data);
            case BOXES -> jittered(data);
            case STEP_CLASSES -> data.spec().sourceSteps() > 0 ? misspelt(data) : guessed(data);
            default -> throw new IllegalArgumentException(data.spec().target().toString());
        };
    }

    private static Batch all(Split split, int most) {
        int[] indices = new int[Math.min(most, split.size())];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        return split.batch(indices);
    }

    /** Images and rows as they are, texts by how often each token is in them. */
    private static double[] features(Tensor input, Dataset data) {
        boolean tokens = data.spec().input() instanceof org.vitrine.graph.shape.Tokens;
        double[] features = new double[tokens ? 3000 : input.size()];
        for (int i = 0; i < input.size(); i++) {
            if (tokens) {
                int id = (int) input.values()[i];
                features[id % features.length] += id == 0 ? 0 : 1;
            } else {
                features[i] = input.values()[i];
            }
        }
        return features;
    }

    private static TestEvaluation nearestMeans(Dataset data) {
        int classes = data.targetNames().size();
        Batch train = all(data.train(), 1500);
        int width = features(train.inputs().row(0), data).length;
        double[][] means = new double[classes][width];
        int[] counts = new int[classes];
        for (int i = 0; i < train.size(); i++) {
            int type = (int) train.targets().values()[i];
            counts[type]++;
            double[] features = features(train.inputs().row(i), data);
            for (int k = 0; k < width; k++) {
                means[type][k] += features[k];
            }
        }
        Batch test = all(data.test(), Integer.MAX_VALUE);
        int[] actual = new int[test.size()];
        int[] predicted = new int[actual.length];
        float[][] outputs = new float[actual.length][];
        for (int i = 0; i < actual.length; i++) {
            double[] features = features(test.inputs().row(i), data);
            double[] near = new double[classes];
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                for (int k = 0; k < width; k++) {
                    double off = features[k] - means[c][k] / Math.max(1, counts[c]);
                    near[c] += off * off;
                }
                least = Math.min(least, near[c]);
            }
            double sum = 0;
            for (double distance : near) {
                sum += Math.exp(-SHARPNESS * (distance / least - 1));
            }
            outputs[i] = new float[classes];
            for (int c = 0; c < classes; c++) {
                outputs[i][c] = (float) (Math.exp(-SHARPNESS * (near[c] / least - 1)) / sum);
                predicted[i] = outputs[i][c] > outputs[i][predicted[i]] ? c : predicted[i];
            }
            actual[i] = (int) test.targets().values()[i];
        }
        return TestEvaluation.ofClasses(0.7, data.targetNames(), actual, predicted, outputs);
    }

    private static TestEvaluation noisy(Dataset data) {
        Batch test = all(data.test(), Integer.MAX_VALUE);
        Random random = new Random(3);
        float[][] actual = new float[test.size()][];
        float[][] predicted = new float[actual.length][];
        for (int i = 0; i < actual.length; i++) {
            float[] scaled = test.targets().row(i).values();
            actual[i] = new float[scaled.length];
            predicted[i] = new float[scaled.length];
            for (int k = 0; k < scaled.length; k++) {
                var scale = data.targetScales().get(k);
                actual[i][k] = (float) scale.invert(scaled[k]);
                predicted[i][k] = (float) scale.invert(0.9 * scaled[k] + (0.2 + 0.03 * k) * random.nextGaussian());
            }
        }
        return TestEvaluation.ofValues(0.3, data.targetNames(), predicted, actual);
    }

    private static TestEvaluation jittered(Dataset data) {
        Random random = new Random(5);
        List<TestEvaluation.FoundBoxes> boxes = new ArrayList<>();
        for (int i = 0; i < Math.min(80, data.test().size()); i++) {
            float[] rows = data.test().example(i).targets().values();
            List<Box> actual = new ArrayList<>();
            List<Box> found = new ArrayList<>();
            for (int at = 0; at < rows.length && rows[at] >= 0; at += 5) {
                Box box = new Box((int) rows[at], rows[at + 1], rows[at + 2], rows[at + 3], rows[at + 4], 1);
                actual.add(box);
                if (random.nextDouble() < 0.9) {
                    double moved = 0.12 * random.nextGaussian();
                    found.add(new Box(
                            random.nextDouble() < 0.9 ? box.type() : 0,
                            box.x() + moved * box.width(),
                            box.y() + moved * box.height(),
                            box.width(),
                            box.height(),
                            0.4 + 0.6 * random.nextDouble() * (1 - Math.min(1, 2 * Math.abs(moved)))));
                }
            }
            boxes.add(new TestEvaluation.FoundBoxes(actual, found));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("averagePrecision", 0.8);
        figures.put("examples", (double) boxes.size());
        return TestEvaluation.of(Kind.BOXES, 1.2, data.targetNames(), figures)
                .withBoxes(new double[data.targetNames().size()], boxes);
    }

    private static TestEvaluation misspelt(Dataset data) {
        Random random = new Random(7);
        List<TestEvaluation.LabelRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(60, data.test().size()); i++) {
            Batch example = data.test().example(i);
            float[] ids = example.inputs().values();
            List<Integer> source = new ArrayList<>();
            for (int t = 0; t < data.spec().sourceSteps(); t++) {
                if ((int) ids[t] > 1) {
                    source.add((int) ids[t]);
                }
            }
            List<Integer> actual = new ArrayList<>();
            for (float id : example.targets().values()) {
                if (id > 0 && !data.targetNames().get((int) id).startsWith("<")) {
                    actual.add((int) id);
                }
            }
            int[] truth = actual.stream().mapToInt(Integer::intValue).toArray();
            int[] read = truth.clone();
            if (read.length > 0 && random.nextInt(4) == 0) {
                int place = random.nextInt(read.length);
                read[place] = read[(place + 1) % read.length];
            }
            rows.add(new TestEvaluation.LabelRow(
                    source.stream().mapToInt(Integer::intValue).toArray(), truth, read));
        }
        return TestEvaluation.of(Kind.LABELS, 0.2, data.targetNames(), Map.of("exact", 0.8))
                .withRows(rows);
    }

    private static TestEvaluation guessed(Dataset data) {
        Random random = new Random(9);
        List<Integer> actual = new ArrayList<>();
        List<Integer> predicted = new ArrayList<>();
        int n = Math.min(200, data.test().size());
        int[] counts = new int[n];
        float[] losses = new float[n];
        for (int i = 0; i < n; i++) {
            for (float id : data.test().example(i).targets().values()) {
                if (id >= 0) {
                    actual.add((int) id);
                    predicted.add(
                            random.nextInt(3) > 0
                                    ? (int) id
                                    : random.nextInt(data.targetNames().size()));
                    counts[i]++;
                }
            }
            losses[i] = (float) (1 + 0.3 * random.nextGaussian());
        }
        return TestEvaluation.of(Kind.STEPS, 1, data.targetNames(), Map.of("perplexity", 2.7, "bitsPerToken", 1.4))
                .withClasses(
                        actual.stream().mapToInt(Integer::intValue).toArray(),
                        predicted.stream().mapToInt(Integer::intValue).toArray())
                .withLosses(losses)
                .withStepCounts(counts);
    }

    private static TestEvaluation blurred(Dataset data) {
        int n = Math.min(60, data.test().size());
        float[][] outputs = new float[n][];
        float[] losses = new float[n];
        for (int i = 0; i < n; i++) {
            float[] input = data.test().example(i).inputs().values();
            outputs[i] = input.clone();
            for (int k = 30; k < input.length - 30; k++) {
                outputs[i][k] = (input[k - 1] + input[k] + input[k + 1] + input[k - 28] + input[k + 28]) / 5;
                losses[i] += (outputs[i][k] - input[k]) * (outputs[i][k] - input[k]) / input.length;
            }
        }
        return TestEvaluation.of(Kind.RECONSTRUCTIONS, 0.1, data.targetNames(), Map.of("rmse", 0.1))
                .withOutputs(outputs)
                .withLosses(losses);
    }

    private static TestEvaluation embedded(Dataset data) {
        Batch test = all(data.test(), 400);
        int[] actual = new int[test.size()];
        double[] flat = new double[test.inputs().size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = test.inputs().values()[i];
        }
        for (int i = 0; i < actual.length; i++) {
            actual[i] = (int) test.targets().values()[i];
        }
        var roc = Pairs.of(flat, actual).roc().orElseThrow();
        return TestEvaluation.of(Kind.EMBEDDINGS, 0.4, data.targetNames(), Map.of("verification", roc.area()))
                .withClasses(actual, Neighbours.of(flat, actual).nearest())
                .withRoc(roc.curve(200));
    }
}

package org.vitrine.exchange.code.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/**
 * The examples that programs train on, after the fitted steps: {@code train_x}, {@code train_y} and, where steps can be
 * padding, {@code train_mask}, the same for {@code validation} and {@code test}, and the scale of target values. Shapes are
 * those of {@link Batch}. Steps that change examples at random are left out.
 */
public final class DataFile {
    private DataFile() {}

    /** Whether any example of a data set has steps that are padding. */
    public static boolean isMasked(Dataset data) {
        return List.of(data.train(), data.validation(), data.test()).stream()
                .filter(split -> split.size() > 0)
                .anyMatch(split -> split.example(0).mask() != null);
    }

    /** Writes the file whole or not at all. */
    public static void write(Path file, Dataset data) throws IOException {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        boolean masked = isMasked(data);
        add("train", data.train(), masked, data, arrays);
        add("validation", data.validation(), masked, data, arrays);
        add("test", data.test(), masked, data, arrays);
        List<Scale> scales = data.targetScales();
        if (!scales.isEmpty()) {
            Tensor means = Tensor.zeros(scales.size());
            Tensor deviations = Tensor.zeros(scales.size());
            for (int i = 0; i < scales.size(); i++) {
                means.values()[i] = (float) scales.get(i).mean();
                deviations.values()[i] = (float) scales.get(i).deviation();
            }
            arrays.put("target_mean", means);
            arrays.put("target_deviation", deviations);
        }
        Npz.write(file, arrays);
    }

    private static void add(String part, Split split, boolean masked, Dataset data, Map<String, Tensor> arrays) {
        if (split.size() == 0) {
            Target target = data.spec().target();
            arrays.put(part + "_x", Tensor.zeros(empty(data.spec().input())));
            arrays.put(part + "_y", Tensor.zeros(empty(target)));
            if (masked) {
                arrays.put(
                        part + "_mask", Tensor.zeros(0, (int) steps(data.spec().input())));
            }
            return;
        }
        Batch all = split.batch(IntStream.range(0, split.size()).toArray());
        arrays.put(part + "_x", all.inputs());
        arrays.put(part + "_y", all.targets());
        @Nullable Tensor mask = all.mask();
        if (mask != null) {
            arrays.put(part + "_mask", mask);
        }
    }

    private static long steps(Shape input) {
        return input instanceof Sequence sequence ? sequence.length() : input.size();
    }

    private static int[] empty(Shape shape) {
        if (shape instanceof Image image) {
            return new int[] {0, (int) image.channels(), (int) image.height(), (int) image.width()};
        }
        return shape instanceof Sequence sequence
                ? new int[] {0, (int) sequence.features(), (int) sequence.length()}
                : new int[] {0, (int) shape.size()};
    }

    private static int[] empty(Target target) {
        return switch (target.kind()) {
            case CLASSES -> new int[] {0};
            case VALUES -> new int[] {0, target.size()};
            case STEP_CLASSES, LABELS -> new int[] {0, target.length()};
            case BOXES -> new int[] {0, target.length(), 5};
        };
    }
}

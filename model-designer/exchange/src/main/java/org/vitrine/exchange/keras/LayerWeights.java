package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.datasets.Tensor;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;
import org.vitrine.exchange.keras.WeightSource.Stored;

/** The arrays of one layer, taken one by one; what is missing or has another shape becomes a problem. */
final class LayerWeights {
    /** Part of a layer that has no parts. */
    static final String WHOLE = "";

    private final KerasLayer layer;
    private final WeightSource source;
    private final Problems problems;
    private final List<Stored> arrays;
    private final Set<Stored> taken = new LinkedHashSet<>();

    LayerWeights(KerasLayer layer, WeightSource source, Problems problems) throws Hdf5Exception {
        this.layer = layer;
        this.source = source;
        this.problems = problems;
        this.arrays = source.of(layer.path());
    }

    /**
     * One array.
     *
     * @param part {@link #WHOLE}, forward, backward, query, key, value or output
     * @param role the array's name in Keras; several are separated by a bar
     * @param number its place among the arrays of the part
     * @throws Refusal if there is a problem with it, which is told
     */
    Tensor take(String part, String role, int number, int... shape) {
        Optional<Stored> found = source.named() ? byName(part, role) : byNumber(part, number);
        if (found.isEmpty()) {
            problems.add(layer.place(), "weights.missing", part.isEmpty() ? role : part + " " + role);
            throw new Refusal();
        }
        taken.add(found.get());
        try {
            Tensor tensor = source.read(found.get());
            if (Arrays.equals(tensor.shape(), shape)) {
                return tensor;
            }
            problems.add(
                    layer.place(),
                    "weights.shape",
                    found.get().name(),
                    Arrays.toString(tensor.shape()),
                    Arrays.toString(shape));
        } catch (Hdf5Exception e) {
            problems.add(layer.place(), "weights.unreadable", found.get().name(), String.valueOf(e.getMessage()));
        }
        throw new Refusal();
    }

    private Optional<Stored> byName(String part, String role) {
        List<String> roles = Arrays.asList(role.split("\\|"));
        List<Stored> fitting = arrays.stream()
                .filter(array -> roles.contains(last(array.name())))
                .filter(array -> !isHead(part) || isOf(part, array.name()))
                .toList();
        int index = part.equals("backward") ? 1 : 0;
        return fitting.size() > index ? Optional.of(fitting.get(index)) : Optional.empty();
    }

    private static boolean isHead(String part) {
        return !part.isEmpty() && !part.endsWith("ward");
    }

    private static boolean isOf(String part, String name) {
        List<String> steps = Arrays.asList(name.split("/"));
        String parent = steps.size() < 2 ? "" : steps.get(steps.size() - 2);
        return parent.equals(part) || parent.equals("attention_" + part);
    }

    private Optional<Stored> byNumber(String part, int number) {
        return arrays.stream()
                .filter(array -> last(array.name()).equals(Integer.toString(number)))
                .filter(array -> part.isEmpty()
                        || array.name().startsWith(part + "_layer/")
                        || array.name().startsWith("_" + part + "_dense/")
                        || array.name().startsWith(part + "_dense/"))
                .findFirst();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells of arrays that nobody took: the layer is another one than was thought. */
    void checkAllTaken() {
        List<String> left = new ArrayList<>();
        arrays.stream()
                .filter(array -> !taken.contains(array))
                // Dropout keeps the state of its random numbers.
                .filter(array -> !array.name().contains("seed_generator"))
                .forEach(array -> left.add(array.name()));
        if (!left.isEmpty()) {
            problems.add(layer.place(), "weights.left", String.join(", ", left));
        }
    }
}

package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.datasets.Tensor;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;
import org.vitrine.exchange.keras.KerasLayer.PathStep;

/** Weights in {@code .keras} files: groups in groups by class names, arrays by number. */
record NumberedWeights(Hdf5File file) implements WeightSource {
    private static final List<String> ROOTS = List.of("layers", "_layer_checkpoint_dependencies");
    private static final int DEEPEST = 8;

    @Override
    public List<Stored> of(List<PathStep> layer) throws Hdf5Exception {
        List<Stored> found = new ArrayList<>();
        for (String root : ROOTS) {
            String path =
                    layer.stream().map(PathStep::stored).collect(Collectors.joining("/" + root + "/", root + "/", ""));
            collect(path, "", 0, found);
        }
        return found;
    }

    private void collect(String root, String inside, int depth, List<Stored> found) throws Hdf5Exception {
        if (depth > DEEPEST) {
            return;
        }
        for (String child : file.children(root + inside)) {
            String name = inside + "/" + child;
            if (file.isArray(root + name)) {
                found.add(new Stored(name.substring(1), root + name));
            } else {
                collect(root, name, depth + 1, found);
            }
        }
    }

    @Override
    public Tensor read(Stored array) throws Hdf5Exception {
        return file.array(array.path());
    }

    @Override
    public boolean named() {
        return false;
    }
}

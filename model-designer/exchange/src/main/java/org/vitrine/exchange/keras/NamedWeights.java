package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;
import org.vitrine.exchange.keras.KerasLayer.PathStep;

/**
 * Weights in {@code .h5} files of Keras 2 and 3: a group for each layer of the outermost model, whose attribute
 * {@code weight_names} tells the arrays; those of models inside of it are all in one group.
 */
record NamedWeights(Hdf5File file, String root) implements WeightSource {

    @Override
    public List<Stored> of(List<PathStep> layer) throws Hdf5Exception {
        String group = root + layer.get(0).name();
        List<Stored> found = new ArrayList<>();
        String inner = layer.get(layer.size() - 1).name();
        for (String name : file.texts(group, "weight_names")) {
            String plain = name.replaceAll(":\\d+$", "");
            List<String> steps = Arrays.asList(plain.split("/"));
            if (layer.size() == 1 || steps.subList(0, steps.size() - 1).contains(inner)) {
                found.add(new Stored(plain, group + "/" + name));
            }
        }
        return found;
    }

    @Override
    public Tensor read(Stored array) throws Hdf5Exception {
        return file.array(array.path());
    }

    @Override
    public boolean named() {
        return true;
    }
}

package org.vitrine.exchange.keras;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;
import org.vitrine.exchange.keras.KerasLayer.PathStep;

/** Where the weights of a model lie. */
interface WeightSource {
    /**
     * The arrays of a layer in the order of the file.
     *
     * @param name path within the layer, such as {@code forward_lstm/lstm_cell/kernel} or {@code forward_layer/cell/vars/0}
     * @param path in the HDF5 file
     */
    record Stored(String name, String path) {}

    List<Stored> of(List<PathStep> layer) throws Hdf5Exception;

    Tensor read(Stored array) throws Hdf5Exception;

    /** Whether names tell what an array is; otherwise its number does. */
    boolean named();
}

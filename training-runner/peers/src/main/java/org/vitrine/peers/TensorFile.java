package org.vitrine.peers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.datasets.Tensor;

/** Named tensors in a file, by which the processes of two engines talk. */
public final class TensorFile {
    private TensorFile() {}

    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(tensors.size());
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().shape().length);
                for (int length : entry.getValue().shape()) {
                    out.writeInt(length);
                }
                for (float value : entry.getValue().values()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    public static Map<String, Tensor> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                int[] shape = new int[in.readInt()];
                for (int axis = 0; axis < shape.length; axis++) {
                    shape[axis] = in.readInt();
                }
                Tensor tensor = Tensor.zeros(shape);
                for (int k = 0; k < tensor.size(); k++) {
                    tensor.values()[k] = in.readFloat();
                }
                tensors.put(name, tensor);
            }
            return tensors;
        }
    }
}

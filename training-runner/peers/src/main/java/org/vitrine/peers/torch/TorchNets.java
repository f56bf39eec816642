package org.vitrine.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.vitrine.peers.ReferenceNet;

/** The reference networks: inputs, batch first and features last, to the values before softmax, one row for each class. */
final class TorchNets {
    private TorchNets() {}

    static UnaryOperator<NDArray> forward(ReferenceNet net, TorchLayers layers) {
        return switch (net) {
            case LENET -> lenet(layers);
            case CIFAR -> cifar(layers);
            case LSTM -> headed(layers, layers.lstm("recurrent", 32, 100), 100);
            case GRU -> headed(layers, layers.gru("recurrent", 32, 100), 100);
            case ENCODER -> encoder(layers);
            case CAUSAL -> causal(layers);
            case ENCODER_DECODER -> encoderDecoder(layers);
        };
    }

    private static UnaryOperator<NDArray> lenet(TorchLayers layers) {
        UnaryOperator<NDArray> conv1 = layers.convolution("conv1", 1, 20, 5);
        UnaryOperator<NDArray> conv2 = layers.convolution("conv2", 20, 50, 5);
        UnaryOperator<NDArray> dense = layers.linear("dense", 800, 500);
        UnaryOperator<NDArray> output = layers.linear("output", 500, 10);
        return x -> {
            NDArray maps = TorchLayers.pool(TorchLayers.relu(conv1.apply(x)));
            maps = TorchLayers.pool(TorchLayers.relu(conv2.apply(maps)));
            return output.apply(TorchLayers.relu(dense.apply(maps.reshape(-1, 800))));
        };
    }

    private static UnaryOperator<NDArray> cifar(TorchLayers layers) {
        UnaryOperator<NDArray> conv1 = layers.convolution("conv1", 3, 6, 5);
        UnaryOperator<NDArray> conv2 = layers.convolution("conv2", 6, 16, 5);
        UnaryOperator<NDArray> dense1 = layers.linear("dense1", 400, 120);
        UnaryOperator<NDArray> dense2 = layers.linear("dense2", 120, 84);
        UnaryOperator<NDArray> output = layers.linear("output", 84, 10);
        return x -> {
            NDArray maps = TorchLayers.pool(TorchLayers.relu(conv1.apply(x)));
            maps = TorchLayers.pool(TorchLayers.relu(conv2.apply(maps)));
            NDArray hidden = TorchLayers.relu(dense1.apply(maps.reshape(-1, 400)));
            return output.apply(TorchLayers.relu(dense2.apply(hidden)));
        };
    }

    private static UnaryOperator<NDArray> headed(TorchLayers layers, UnaryOperator<NDArray> body, int size) {
        UnaryOperator<NDArray> output = layers.linear("output", size, 10);
        return x -> output.apply(body.apply(x));
    }

    private static UnaryOperator<NDArray> encoder(TorchLayers layers) {
        UnaryOperator<NDArray> positions = layers.positions(64, 64);
        UnaryOperator<NDArray> block1 = layers.block(1, 64, 64, 4, 128, false, TorchLayers::relu);
        UnaryOperator<NDArray> block2 = layers.block(2, 64, 64, 4, 128, false, TorchLayers::relu);
        return headed(
                layers, x -> block2.apply(block1.apply(positions.apply(x))).mean(new int[] {1}), 64);
    }

    private static UnaryOperator<NDArray> causal(TorchLayers layers) {
        UnaryOperator<NDArray> embedding = layers.embedding("embedding", 100, 128);
        UnaryOperator<NDArray> positions = layers.positions(128, 128);
        UnaryOperator<NDArray> block1 = layers.block(1, 128, 128, 4, 512, true, TorchLayers::relu);
        UnaryOperator<NDArray> block2 = layers.block(2, 128, 128, 4, 512, true, TorchLayers::relu);
        UnaryOperator<NDArray> output = layers.linear("output", 128, 100);
        return x -> output.apply(block2.apply(block1.apply(positions.apply(embedding.apply(x)))))
                .reshape(-1, 100);
    }

    private static UnaryOperator<NDArray> encoderDecoder(TorchLayers layers) {
        UnaryOperator<NDArray> source = layers.embedding("source-embedding", 100, 64);
        UnaryOperator<NDArray> target = layers.embedding("target-embedding", 100, 64);
        UnaryOperator<NDArray> positions = layers.positions(32, 64);
        UnaryOperator<NDArray> block1 = layers.block(1, 32, 64, 4, 128, false, TorchLayers::gelu);
        UnaryOperator<NDArray> block2 = layers.block(2, 32, 64, 4, 128, false, TorchLayers::gelu);
        BinaryOperator<NDArray> block3 = layers.decoderBlock(3, 32, 64, 4, 128);
        BinaryOperator<NDArray> block4 = layers.decoderBlock(4, 32, 64, 4, 128);
        UnaryOperator<NDArray> output = layers.linear("output", 64, 100);
        return x -> {
            NDList halves = x.split(2, 1);
            NDArray memory = block2.apply(block1.apply(positions.apply(source.apply(halves.get(0)))));
            NDArray decoded = block3.apply(positions.apply(target.apply(halves.get(1))), memory);
            return output.apply(block4.apply(decoded, memory)).reshape(-1, 100);
        };
    }
}

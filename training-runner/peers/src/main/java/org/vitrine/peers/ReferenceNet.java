package org.vitrine.peers;

import java.util.Random;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/**
 * The networks by which engines are compared, without dropout. Blocks normalise after the residual connection and use ReLU
 * where nothing else is said.
 */
public enum ReferenceNet {
    /** 28 × 28: convolution 20@5, pool, convolution 50@5, pool, 500, 10. */
    LENET("LeNet 28×28"),
    /** The network of PyTorch's CIFAR tutorial: convolution 6@5, pool, convolution 16@5, pool, 120, 84, 10. */
    CIFAR("CIFAR tutorial net 32×32×3"),
    /** 100 units, 100 steps of 32 features, last step to ten classes. */
    LSTM("LSTM(100) T=100 F=32"),
    /** As LSTM. */
    GRU("GRU(100) T=100 F=32"),
    /** Two blocks, width 64, 4 heads, 128 hidden units, 64 steps, mean over steps to ten classes. */
    ENCODER("Transformer encoder 2×(d64 h4 ff128) T=64"),
    /** Two causal blocks, width 128, 4 heads, 512 hidden units, 128 tokens of 100; predicts a token at each step. */
    CAUSAL("causal Transformer 2×(d128 h4 ff512) T=128"),
    /**
     * 32 source tokens through two encoder blocks, 32 target tokens through two decoder blocks that attend to them; width 64, 4
     * heads, 128 hidden units with GELU; predicts one of 100 tokens at each target step.
     */
    ENCODER_DECODER("encoder-decoder Transformer 2+2×(d64 h4 ff128) T=32+32");

    private static final int CLASSES = 10;

    private final String title;

    ReferenceNet(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public DataSpec spec() {
        return switch (this) {
            case LENET -> new DataSpec(new Image(1, 28, 28), Target.classes(CLASSES));
            case CIFAR -> new DataSpec(new Image(3, 32, 32), Target.classes(CLASSES));
            case LSTM, GRU -> new DataSpec(new Sequence(32, 100), Target.classes(CLASSES));
            case ENCODER -> new DataSpec(new Sequence(64, 64), Target.classes(CLASSES));
            case CAUSAL -> new DataSpec(new Tokens(100, 128), Target.stepClasses(100, 128));
            case ENCODER_DECODER -> new DataSpec(new Tokens(100, 64), Target.stepClasses(100, 32));
        };
    }

    public int classes() {
        return spec().target().size();
    }

    /** A random batch: the same for the same seed in every process. */
    public Batch batch(int examples, long seed) {
        Random random = new Random(seed);
        return new Batch(inputs(examples, random), targets(examples, random), null);
    }

    private Tensor inputs(int n, Random random) {
        if (spec().input() instanceof Image image) {
            Tensor inputs = Tensor.zeros(n, (int) image.channels(), (int) image.height(), (int) image.width());
            for (int i = 0; i < inputs.size(); i++) {
                inputs.values()[i] = random.nextFloat();
            }
            return inputs;
        }
        if (spec().input() instanceof Tokens tokens) {
            Tensor inputs = Tensor.zeros(n, (int) tokens.length());
            for (int i = 0; i < inputs.size(); i++) {
                // Without id 0, which is padding.
                inputs.values()[i] = 1 + random.nextInt((int) tokens.vocabulary() - 1);
            }
            return inputs;
        }
        Sequence sequence = (Sequence) spec().input();
        Tensor inputs = Tensor.zeros(n, (int) sequence.features(), (int) sequence.length());
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = (float) random.nextGaussian();
        }
        return inputs;
    }

    private Tensor targets(int n, Random random) {
        int steps = spec().target().length();
        Tensor targets = steps > 1 ? Tensor.zeros(n, steps) : Tensor.zeros(n);
        for (int i = 0; i < targets.size(); i++) {
            targets.values()[i] = random.nextInt(classes());
        }
        return targets;
    }
}

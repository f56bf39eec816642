package org.vitrine.worker.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies one row of each example forward, and its gradient back to where it came from. */
final class LastStep extends DeclaredLayerRuntime<LastStepLayer> {

    LastStep(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray out = output(workspaces, x.size(0), x.size(1));
        INDArray memory = x.permute(0, 2, 1);
        HostArray target = new HostArray(out);
        double[] row = new double[(int) x.size(1)];
        long[] last = lastSteps(x);
        for (int example = 0; example < last.length; example++) {
            if (last[example] < 0) {
                Arrays.fill(row, 0);
            } else {
                HostArray.readVector(memory, row, example, last[example]);
            }
            target.write((long) example * row.length, row);
        }
        return out;
    }

    /** The last real step of each example; -1 where every step is masked. */
    private long[] lastSteps(INDArray x) {
        int steps = (int) x.size(2);
        long[] last = new long[(int) x.size(0)];
        double[] mask = maskArray == null ? null : HostArray.values(Rows.rowMajor(maskArray.castTo(DataType.DOUBLE)));
        for (int example = 0; example < last.length; example++) {
            int step = steps - 1;
            while (mask != null && step >= 0 && mask[example * steps + step] == 0.0) {
                step--;
            }
            last[example] = step;
        }
        return last;
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray memory = inputGradient(workspaces, Rows.memoryShape(x, x.size(1)));
        memory.assign(0.0);
        HostArray source = new HostArray(Rows.rowMajor(epsilon));
        HostArray target = new HostArray(memory);
        double[] row = new double[(int) x.size(1)];
        long[] last = lastSteps(x);
        for (int example = 0; example < last.length; example++) {
            if (last[example] >= 0) {
                source.read((long) example * row.length, row);
                target.write((example * memory.size(1) + last[example]) * row.length, row);
            }
        }
        return Rows.exposed(memory);
    }

    /** Vectors have no mask. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState currentMaskState, int minibatchSize) {
        setMaskArray(mask);
        return new Pair<>(null, currentMaskState);
    }
}

package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A product for each kernel position over all examples at once, on padded sequences laid end to end: shifting the rows by
 * the position's offset puts each window's step in its row. Rows whose window would run into the next example are computed
 * too and left out, which costs less than copying every window as im2col does.
 */
final class SequenceConvolution extends WindowedLayerRuntime<SequenceConvolutionLayer> {

    /** [batch, padded time, features]. */
    private @Nullable INDArray padded;

    /** Sums before the activation, [batch * windows, filters]. */
    private @Nullable INDArray sums;

    SequenceConvolution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        TimeWindow window = layerConf().window();
        INDArray x = in();
        int steps = (int) x.size(2);
        long batch = x.size(0);
        INDArray xp = keep(workspaces, batch, window.padded(steps), x.size(1)).assign(0.0);
        inside(xp, steps).assign(Rows.masked(x, maskArray).reshape('c', batch, steps, x.size(1)));

        INDArray weight = parameter(SequenceConvolutionLayer.WEIGHT, training, workspaces);
        INDArray full = scratch(batch, xp.size(1), layerConf().getNOut());
        INDArray target = shifted(full, 0);
        for (int position = 0; position < window.kernel(); position++) {
            INDArray rows = shifted(xp, position * window.dilation());
            if (position == 0) {
                Rows.multiply(rows, false, Rows.part(weight, position), false, target);
            } else {
                Rows.addProduct(rows, Rows.part(weight, position), false, target);
            }
        }
        INDArray z = keep(workspaces, batch, window.windows(steps), layerConf().getNOut());
        z.assign(atWindows(full, steps));
        INDArray zRows = Rows.matrix(z);
        zRows.addiRowVector(parameter(SequenceConvolutionLayer.BIAS, training, workspaces));
        INDArray out = output(workspaces, z.shape());
        activateInto(zRows, Rows.matrix(out), training);
        Rows.applyMask(Rows.matrix(out), outputMask());
        padded = xp;
        sums = zRows;
        return Rows.exposed(out);
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        TimeWindow window = layerConf().window();
        INDArray xp = kept(padded);
        INDArray x = in();
        int steps = (int) x.size(2);
        INDArray atSums = atSums(kept(sums), Rows.masked(epsilon, outputMask()));
        atSums.sum(gradient(SequenceConvolutionLayer.BIAS), 0);
        INDArray atFull = scratch(xp.size(0), xp.size(1), layerConf().getNOut()).assign(0.0);
        atWindows(atFull, steps)
                .assign(atSums.reshape(
                        'c', xp.size(0), window.windows(steps), layerConf().getNOut()));
        INDArray atRows = shifted(atFull, 0);

        INDArray weight = parameter(SequenceConvolutionLayer.WEIGHT, true, workspaces);
        INDArray weightGradient = gradient(SequenceConvolutionLayer.WEIGHT);
        INDArray atPadded = scratch(xp.shape()).assign(0.0);
        for (int position = 0; position < window.kernel(); position++) {
            int offset = position * window.dilation();
            Rows.multiply(shifted(xp, offset), true, atRows, false, Rows.part(weightGradient, position));
            Rows.addProduct(atRows, Rows.part(weight, position), true, shifted(atPadded, offset));
        }
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, x.size(1)));
        out.assign(inside(atPadded, steps));
        Rows.applyMask(Rows.matrix(out), maskArray);
        return Rows.exposed(out);
    }

    /** The real steps of a padded array. */
    private INDArray inside(INDArray memory, int steps) {
        int before = layerConf().window().before(steps);
        return memory.get(NDArrayIndex.all(), NDArrayIndex.interval(before, before + steps), NDArrayIndex.all());
    }

    /** All rows that can begin a window, moved by an offset. */
    private INDArray shifted(INDArray memory, int offset) {
        INDArray rows = Rows.matrix(memory);
        long count = rows.size(0) - layerConf().window().reach() + 1;
        return rows.get(NDArrayIndex.interval(offset, offset + count), NDArrayIndex.all());
    }

    /** The steps at which windows begin. */
    private INDArray atWindows(INDArray memory, int steps) {
        TimeWindow window = layerConf().window();
        int end = (window.windows(steps) - 1) * window.stride() + 1;
        return memory.get(NDArrayIndex.all(), NDArrayIndex.interval(0, window.stride(), end), NDArrayIndex.all());
    }

    @Override
    public void clear() {
        super.clear();
        padded = null;
        sums = null;
    }
}

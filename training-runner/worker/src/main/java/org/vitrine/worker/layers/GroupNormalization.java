package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@code y = gain * xhat + bias} for each channel. Works on row-major [batch, channels, places], whose groups are the rows of a
 * matrix: [batch * groups, channels / groups * places].
 */
final class GroupNormalization extends DeclaredLayerRuntime<GroupNormalizationLayer> {

    /** [batch, channels, places]. */
    private @Nullable INDArray normalised;

    /** A column: for each row of groups. */
    private @Nullable INDArray inverseDeviation;

    /** A column: values that are not masked, for each row of groups. */
    private @Nullable INDArray counts;

    GroupNormalization(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        INDArray xhat = keep(workspaces, x.size(0), x.size(1), x.length() / (x.size(0) * x.size(1)));
        copy(x, xhat);
        hide(xhat);
        INDArray rows = rows(xhat);
        INDArray count = countsOf(rows, workspaces);
        rows.subiColumnVector(rows.sum(true, 1).divi(count));
        hide(xhat);
        INDArray inverse = keep(workspaces, rows.size(0), 1);
        inverse.assign(rows.mul(rows).sum(true, 1).divi(count)).addi(layerConf().epsilon());
        Transforms.sqrt(inverse, false).rdivi(1.0);
        rows.muliColumnVector(inverse);

        INDArray y = scratch(xhat.shape());
        Broadcast.mul(xhat, parameter(GroupNormalizationLayer.GAIN, training, workspaces), y, 1);
        Broadcast.add(y, parameter(GroupNormalizationLayer.BIAS, training, workspaces), y, 1);
        hide(y);
        normalised = xhat;
        inverseDeviation = inverse;
        counts = count;
        return exposed(y, output(workspaces, memoryShape(x)));
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray xhat = kept(normalised);
        INDArray count = kept(counts);
        INDArray e = scratch(xhat.shape());
        copy(epsilon, e);
        hide(e);
        e.mul(xhat).sum(gradient(GroupNormalizationLayer.GAIN), 0, 2);
        e.sum(gradient(GroupNormalizationLayer.BIAS), 0, 2);

        Broadcast.mul(e, parameter(GroupNormalizationLayer.GAIN, true, workspaces), e, 1);
        INDArray dx = rows(e);
        INDArray xhatRows = rows(xhat);
        INDArray alongXhat = dx.mul(xhatRows).sum(true, 1).divi(count);
        INDArray mean = dx.sum(true, 1).divi(count);
        dx.subi(xhatRows.mulColumnVector(alongXhat)).subiColumnVector(mean).muliColumnVector(kept(inverseDeviation));
        hide(e);
        return exposed(e, inputGradient(workspaces, memoryShape(epsilon)));
    }

    private INDArray rows(INDArray places) {
        long groups = places.size(0) * layerConf().groups();
        return places.reshape('c', groups, places.length() / groups);
    }

    /** Values in the order in which DL4J sees them. */
    private static void copy(INDArray array, INDArray places) {
        places.reshape('c', array.shape()).assign(array);
    }

    /** Sets masked steps to zero. */
    private void hide(INDArray places) {
        if (maskArray != null && in().rank() == 3) {
            Broadcast.mul(places, maskArray.castTo(dataType), places, 0, 2);
        }
    }

    private INDArray countsOf(INDArray rows, LayerWorkspaceMgr workspaces) {
        INDArray count = keep(workspaces, rows.size(0), 1).assign(rows.size(1));
        if (maskArray != null && in().rank() == 3) {
            long groups = layerConf().groups();
            INDArray real = maskArray
                    .castTo(dataType)
                    .sum(true, 1)
                    .muli((double) layerConf().getNOut() / groups);
            count.reshape('c', real.size(0), groups).assign(Nd4j.zeros(dataType, real.size(0), groups));
            count.reshape('c', real.size(0), groups).addiColumnVector(real);
            // Nothing is divided by zero where everything is masked.
            Transforms.max(count, 1.0, false);
        }
        return count;
    }

    /** Sequences lie in memory as [batch, time, features]. */
    private static long[] memoryShape(INDArray array) {
        return array.rank() == 4 ? array.shape() : Rows.memoryShape(array, array.size(1));
    }

    private static INDArray exposed(INDArray places, INDArray memory) {
        INDArray seen = memory.rank() == 3 ? memory.permute(0, 2, 1) : memory;
        return seen.assign(places.reshape('c', seen.shape()));
    }

    @Override
    public void clear() {
        super.clear();
        normalised = null;
        inverseDeviation = null;
        counts = null;
    }
}

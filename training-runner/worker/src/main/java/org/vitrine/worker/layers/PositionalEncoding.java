package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Adds one row of positions, [time * features], to each example's memory. */
final class PositionalEncoding extends DeclaredLayerRuntime<PositionalEncodingLayer> {

    private @Nullable INDArray table;

    PositionalEncoding(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        long steps = x.size(2);
        long features = x.size(1);
        INDArray out = output(workspaces, Rows.memoryShape(x, features));
        INDArray examples = out.reshape('c', x.size(0), steps * features);
        Rows.addRow(
                Rows.of(x).reshape('c', x.size(0), steps * features),
                positions(steps, training, workspaces).reshape(steps * features),
                examples);
        Rows.applyMask(Rows.matrix(out), maskArray);
        return Rows.exposed(out);
    }

    private INDArray positions(long steps, boolean training, LayerWorkspaceMgr workspaces) {
        if (layerConf().isLearned()) {
            if (steps > layerConf().maxLength()) {
                throw new IllegalArgumentException("a sequence of " + steps + " steps is longer than the "
                        + layerConf().maxLength() + " learned positions of " + layerId());
            }
            return firstRows(parameter(PositionalEncodingLayer.POSITIONS, training, workspaces), steps);
        }
        INDArray known = table;
        if (known == null || known.size(0) < steps) {
            known = sinusoids(steps, layerConf().getNOut());
            table = known;
        }
        return firstRows(known, steps);
    }

    private static INDArray firstRows(INDArray matrix, long count) {
        return matrix.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }

    private INDArray sinusoids(long steps, long features) {
        double[][] values = new double[(int) steps][(int) features];
        for (int step = 0; step < steps; step++) {
            for (int feature = 0; feature < features; feature++) {
                double angle = step / Math.pow(10000.0, (feature - feature % 2) / (double) features);
                values[step][feature] = feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
            }
        }
        return Detached.create(() -> Nd4j.createFromArray(values).castTo(dataType));
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        long batch = epsilon.size(0);
        long steps = epsilon.size(2);
        long features = epsilon.size(1);
        INDArray out = inputGradient(workspaces, Rows.memoryShape(epsilon, features));
        INDArray rows = Rows.matrix(out);
        rows.assign(Rows.of(epsilon));
        Rows.applyMask(rows, maskArray);
        if (layerConf().isLearned()) {
            INDArray gradient = gradient(PositionalEncodingLayer.POSITIONS);
            gradient.assign(0.0);
            INDArray sum = out.reshape('c', batch, steps * features).sum(0);
            firstRows(gradient, steps).assign(sum.reshape('c', steps, features));
        }
        return Rows.exposed(out);
    }
}

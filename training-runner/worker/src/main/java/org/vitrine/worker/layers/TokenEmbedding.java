package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Gathers rows forward and adds them up backward. */
final class TokenEmbedding extends DeclaredLayerRuntime<TokenEmbeddingLayer> {

    /** Token id of each row. */
    private int @Nullable [] tokens;

    TokenEmbedding(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        int[] ids = readIds();
        tokens = ids;
        long size = layerConf().getNOut();
        INDArray out = output(workspaces, batch(), steps(), size);
        INDArray rows = Rows.matrix(out);
        Nd4j.exec(DynamicCustomOp.builder("gather")
                .addInputs(parameter(TokenEmbeddingLayer.WEIGHT, training, workspaces), Nd4j.createFromArray(ids))
                .addOutputs(rows)
                .addIntegerArguments(0)
                .build());
        Rows.applyMask(rows, maskArray);
        return Rows.exposed(out);
    }

    private long batch() {
        return input.size(0);
    }

    private long steps() {
        return input.size(input.rank() - 1);
    }

    private int[] readIds() {
        if (input.rank() != 2 && !(input.rank() == 3 && input.size(1) == 1)) {
            throw new IllegalArgumentException("token ids must be [batch, time] or [batch, 1, time], got rank "
                    + input.rank() + " in " + layerId());
        }
        int[] ids = input.dup('c').reshape(input.length()).toIntVector();
        long vocabulary = layerConf().getNIn();
        for (int id : ids) {
            if (id < 0 || id >= vocabulary) {
                throw new IllegalArgumentException(
                        "token id " + id + " is outside the vocabulary of " + vocabulary + " tokens of " + layerId());
            }
        }
        return ids;
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (tokens == null) {
            throw new IllegalStateException("backward without a forward pass in " + layerId());
        }
        int size = (int) layerConf().getNOut();
        double[] rows = HostArray.values(Rows.masked(epsilon, maskArray));
        double[] sums = new double[(int) layerConf().getNIn() * size];
        for (int row = 0; row < tokens.length; row++) {
            for (int i = 0; i < size; i++) {
                sums[tokens[row] * size + i] += rows[row * size + i];
            }
        }
        new HostArray(gradient(TokenEmbeddingLayer.WEIGHT)).write(0, sums);
        return inputGradient(workspaces, input.shape()).assign(0.0);
    }

    @Override
    public void clear() {
        super.clear();
        tokens = null;
    }
}

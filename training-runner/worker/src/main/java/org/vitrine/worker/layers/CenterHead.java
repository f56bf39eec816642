package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** With f = x W + b: f C + c, |f - centre|² for each centre, and f. */
final class CenterHead extends DeclaredLayerRuntime<CenterHeadLayer> {
    private @Nullable INDArray embedding;

    CenterHead(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        long examples = x.size(0);
        long classes = layerConf().classes();
        INDArray f = keep(workspaces, examples, layerConf().units());
        Rows.affine(
                x,
                parameter(CenterHeadLayer.EMBEDDING_WEIGHT, training, workspaces),
                parameter(CenterHeadLayer.EMBEDDING_BIAS, training, workspaces),
                f);
        INDArray scores = scratch(examples, classes);
        Rows.affine(
                f,
                parameter(CenterHeadLayer.CLASS_WEIGHT, training, workspaces),
                parameter(CenterHeadLayer.CLASS_BIAS, training, workspaces),
                scores);
        INDArray centers = parameter(CenterHeadLayer.CENTERS, training, workspaces);
        INDArray out = output(workspaces, examples, 2 * classes + layerConf().units());
        columns(out, 0, classes).assign(scores);
        for (long k = 0; k < classes; k++) {
            INDArray difference = f.subRowVector(centers.getRow(k));
            columns(out, classes + k, classes + k + 1)
                    .assign(difference.muli(difference).sum(true, 1));
        }
        columns(out, 2 * classes, out.size(1)).assign(f);
        embedding = f;
        return out;
    }

    private static INDArray columns(INDArray matrix, long from, long to) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        long classes = layerConf().classes();
        INDArray f = kept(embedding);
        INDArray atScores = columns(epsilon, 0, classes).dup('c');
        INDArray atDistances = columns(epsilon, classes, 2 * classes).dup('c');
        Rows.affineGradients(f, atScores, gradient(CenterHeadLayer.CLASS_WEIGHT), gradient(CenterHeadLayer.CLASS_BIAS));
        INDArray atEmbedding = columns(epsilon, 2 * classes, epsilon.size(1)).dup('c');
        atEmbedding.addi(atScores.mmul(
                parameter(CenterHeadLayer.CLASS_WEIGHT, true, workspaces).transpose()));
        INDArray centers = parameter(CenterHeadLayer.CENTERS, true, workspaces);
        for (long k = 0; k < classes; k++) {
            INDArray slopes = f.subRowVector(centers.getRow(k))
                    .muliColumnVector(columns(atDistances, k, k + 1).mul(2));
            atEmbedding.addi(slopes);
            gradient(CenterHeadLayer.CENTERS).getRow(k).assign(slopes.sum(0).negi());
        }
        INDArray x = in();
        Rows.affineGradients(
                x, atEmbedding, gradient(CenterHeadLayer.EMBEDDING_WEIGHT), gradient(CenterHeadLayer.EMBEDDING_BIAS));
        INDArray out = inputGradient(workspaces, x.size(0), layerConf().getNIn());
        INDArray weight = parameter(CenterHeadLayer.EMBEDDING_WEIGHT, true, workspaces);
        Rows.multiply(atEmbedding, false, weight, true, out);
        return out;
    }

    @Override
    public void clear() {
        super.clear();
        embedding = null;
    }
}

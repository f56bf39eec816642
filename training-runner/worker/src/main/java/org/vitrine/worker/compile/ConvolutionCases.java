package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.worker.layers.ImageConvolutionLayer;
import org.vitrine.worker.layers.ImagePoolingLayer;
import org.vitrine.worker.layers.SequenceConvolutionLayer;
import org.vitrine.worker.layers.SequencePoolingLayer;

/** Convolutions and pooling. */
interface ConvolutionCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Convolution1D spec) {
        return site().sized(new SequenceConvolutionLayer(
                spec.filters(),
                spec.kernel(),
                spec.stride(),
                spec.dilation(),
                spec.padding() == Padding.SAME,
                Functions.activation(spec.activation())));
    }

    @Override
    default Part visit(Convolution2D spec) {
        return site().sized(new ImageConvolutionLayer(
                spec.filters(),
                spec.kernel(),
                spec.stride(),
                spec.dilation(),
                spec.padding() == Padding.SAME,
                Functions.activation(spec.activation())));
    }

    @Override
    default Part visit(Pooling1D spec) {
        return site().sized(new SequencePoolingLayer(
                spec.mode() == PoolingMode.MAX ? SequencePoolingLayer.Mode.MAX : SequencePoolingLayer.Mode.AVERAGE,
                spec.kernel(),
                spec.stride(),
                spec.padding() == Padding.SAME));
    }

    @Override
    default Part visit(Pooling2D spec) {
        return site().sized(new ImagePoolingLayer(
                spec.mode() == PoolingMode.MAX, spec.kernel(), spec.stride(), spec.padding() == Padding.SAME));
    }

    private static PoolingType pooling(PoolingMode mode) {
        return mode == PoolingMode.MAX ? PoolingType.MAX : PoolingType.AVG;
    }

    @Override
    default Part visit(GlobalPooling spec) {
        return new Part.Layered(new GlobalPoolingLayer.Builder(pooling(spec.mode())).build());
    }
}

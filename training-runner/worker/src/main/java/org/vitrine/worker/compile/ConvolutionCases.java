package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
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
        return new Part.Layered(new ConvolutionLayer.Builder(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .dilation(spec.dilation(), spec.dilation())
                .convolutionMode(mode(spec.padding()))
                .nIn(Site.channels(site().input()))
                .nOut(spec.filters())
                .activation(Functions.activation(spec.activation()))
                .build());
    }

    private static ConvolutionMode mode(Padding padding) {
        return padding == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
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
        return new Part.Layered(new SubsamplingLayer.Builder(pooling(spec.mode()))
                .kernelSize(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .convolutionMode(mode(spec.padding()))
                .build());
    }

    private static PoolingType pooling(PoolingMode mode) {
        return mode == PoolingMode.MAX ? PoolingType.MAX : PoolingType.AVG;
    }

    @Override
    default Part visit(GlobalPooling spec) {
        return new Part.Layered(new GlobalPoolingLayer.Builder(pooling(spec.mode())).build());
    }
}

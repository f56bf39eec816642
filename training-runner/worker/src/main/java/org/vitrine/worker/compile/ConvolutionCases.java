package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.worker.layers.ImageConvolutionLayer;
import org.vitrine.worker.layers.ImagePoolingLayer;
import org.vitrine.worker.layers.SequenceConvolutionLayer;
import org.vitrine.worker.layers.SequencePoolingLayer;
import org.vitrine.worker.parts.GlobalPoolingVertex;

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
    default Part visit(DepthwiseConvolution2D spec) {
        return site().sized(new ImageConvolutionLayer(
                        Site.channels(site().output()),
                        spec.kernel(),
                        spec.stride(),
                        spec.dilation(),
                        spec.padding() == Padding.SAME,
                        Functions.activation(spec.activation()))
                .depthwise());
    }

    @Override
    default Part visit(SeparableConvolution2D spec) {
        long channels = Site.channels(site().input());
        ImageConvolutionLayer inSpace = new ImageConvolutionLayer(
                        channels,
                        spec.kernel(),
                        spec.stride(),
                        spec.dilation(),
                        spec.padding() == Padding.SAME,
                        new ActivationIdentity())
                .depthwise()
                .withoutBias();
        inSpace.setNIn(channels);
        ImageConvolutionLayer overChannels =
                new ImageConvolutionLayer(spec.filters(), 1, 1, 1, false, Functions.activation(spec.activation()));
        overChannels.setNIn(channels);
        return new Part.Stacked(inSpace, overChannels);
    }

    @Override
    default Part visit(TransposedConvolution2D spec) {
        return new Part.Layered(new Deconvolution2D.Builder(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .convolutionMode(spec.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                .nIn(Site.channels(site().input()))
                .nOut(spec.filters())
                .activation(Functions.activation(spec.activation()))
                .build());
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

    @Override
    default Part visit(GlobalPooling spec) {
        return new Part.Vertex(new GlobalPoolingVertex(spec.mode() == PoolingMode.MAX));
    }
}

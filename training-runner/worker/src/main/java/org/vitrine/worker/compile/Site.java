package org.vitrine.worker.compile;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** The shapes that enter and leave the node that is being compiled. */
record Site(List<Shape> inputs, Shape output) {
    static final Site NONE = new Site(List.of(), new Flat(0));

    /** The shape at the first port. */
    Shape input() {
        return inputs.get(0);
    }

    /** The layer with the channels of the first input and of the output written out. */
    Part sized(FeedForwardLayer layer) {
        layer.setNIn(channels(input()));
        layer.setNOut(channels(output));
        return new Part.Layered(layer);
    }

    static long channels(Shape shape) {
        if (shape instanceof Image image) {
            return image.channels();
        }
        if (shape instanceof Sequence sequence) {
            return sequence.features();
        }
        return shape.size();
    }

    /** The lengths of the axes without the batch, as DL4J counts them. */
    static long[] axes(Shape shape) {
        if (shape instanceof Image image) {
            return new long[] {image.channels(), image.height(), image.width()};
        }
        if (shape instanceof Sequence sequence) {
            return new long[] {sequence.features(), sequence.length()};
        }
        return new long[] {shape.size()};
    }
}

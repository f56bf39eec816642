package org.vitrine.graph.analysis;

import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Edits worth trying where the inputs of Add, Concatenate or their relatives do not fit together. */
final class MergeRemedies {
    private static final int WIDEST_STRIDE = 16;

    private final Spot spot;

    MergeRemedies(Spot spot) {
        this.spot = spot;
    }

    /** Give the odd branch the width of the others, put a projection on it, or concatenate instead. */
    void add() {
        Edge one = spot.edge();
        Edge odd = odd(one);
        sameLength(odd, shape(one));
        sameLength(one, shape(odd));
        if (sameAxes(shape(one), shape(odd))) {
            Widths.change(spot.survey, odd.from(), channels(shape(one))).ifPresent(spot::add);
            Widths.change(spot.survey, one.from(), channels(shape(odd))).ifPresent(spot::add);
        }
        project(odd, shape(one));
        project(one, shape(odd));
        if (channels(shape(one)) == channels(shape(odd))) {
            shrink(odd, shape(one));
            shrink(one, shape(odd));
        }
        if (spot.layer instanceof Add) {
            spot.replace(new Concatenate());
        }
    }

    /** Bring both to one size, the smaller by growing or the larger by pooling, or make vectors of all branches. */
    void concatenate() {
        Edge one = spot.edge();
        for (Edge other : spot.edges) {
            if (!sameAxes(shape(one), shape(other))) {
                grow(other, shape(one));
                grow(one, shape(other));
                shrink(other, shape(one));
                shrink(one, shape(other));
                break;
            }
        }
        makeVectors(new GlobalPooling(PoolingMode.AVERAGE));
        makeVectors(new Flatten());
    }

    private Edge odd(Edge one) {
        return spot.edges.stream()
                .filter(edge -> !shape(edge).equals(shape(one)))
                .findFirst()
                .orElseThrow();
    }

    private void makeVectors(LayerSpec layer) {
        Draft draft = new Draft(spot.document);
        for (Edge edge : spot.edges) {
            if (!(shape(edge) instanceof Flat)) {
                draft.insertOn(edge, layer);
            }
        }
        spot.add(Remedy.of("fix.insert", draft.edit(), layer, spot.id));
    }

    /** A slice that is cut as long as the other branch. */
    private void sameLength(Edge edge, Shape wanted) {
        if (spot.survey.index().layer(edge.from()) instanceof Slice slice
                && slice.axis() == SliceAxis.TIME
                && wanted instanceof Sequence sequence
                && slice.length() != sequence.length()) {
            spot.add(Remedy.set(edge.from(), slice, "length", sequence.length()));
        }
    }

    /** A layer with a kernel of one that gives the wanted width, and strides where the wanted shape is smaller. */
    private void project(Edge edge, Shape wanted) {
        Shape given = shape(edge);
        if (wanted instanceof Flat flat && given instanceof Flat && flat.size() <= 65536) {
            spot.insert(edge, new Dense((int) flat.size(), Activation.IDENTITY));
        } else if (wanted instanceof Sequence to && given instanceof Sequence from) {
            if (to.length() == from.length()) {
                spot.insert(edge, new Dense((int) Math.min(65536, to.features()), Activation.IDENTITY));
            } else {
                int stride = stride(from.length(), to.length());
                if (stride > 1 && to.features() <= 1024) {
                    spot.insert(
                            edge,
                            new Convolution1D((int) to.features(), 1, stride, 1, Padding.SAME, Activation.IDENTITY));
                }
            }
        } else if (wanted instanceof Image to && given instanceof Image from && to.channels() <= 1024) {
            int stride = stride(from.height(), to.height());
            if (stride > 0 && stride == stride(from.width(), to.width())) {
                spot.insert(
                        edge, new Convolution2D((int) to.channels(), 1, stride, 1, Padding.SAME, Activation.IDENTITY));
            }
        }
    }

    private void shrink(Edge edge, Shape wanted) {
        Shape given = shape(edge);
        if (wanted instanceof Image to && given instanceof Image from) {
            int stride = stride(from.height(), to.height());
            if (stride > 1 && stride == stride(from.width(), to.width())) {
                spot.insert(edge, new Pooling2D(PoolingMode.MAX, stride, stride, Padding.SAME));
            }
        } else if (wanted instanceof Sequence to && given instanceof Sequence from) {
            int stride = stride(from.length(), to.length());
            if (stride > 1) {
                spot.insert(edge, new Pooling1D(PoolingMode.MAX, stride, stride, Padding.SAME));
            }
        }
    }

    private void grow(Edge edge, Shape wanted) {
        if (wanted instanceof Image to && shape(edge) instanceof Image from && from.channels() <= 1024) {
            int stride = stride(to.height(), from.height());
            boolean exact = from.height() * stride == to.height() && from.width() * stride == to.width();
            if (stride > 1 && exact) {
                spot.insert(
                        edge,
                        new TransposedConvolution2D(
                                (int) from.channels(), stride, stride, Padding.SAME, Activation.RELU));
            }
        }
    }

    /** The stride that makes {@code to} places of {@code from}, or 0 if none does. */
    private static int stride(long from, long to) {
        long stride = Math.max(1, Math.round((double) from / to));
        return stride <= WIDEST_STRIDE && (from + stride - 1) / stride == to ? (int) stride : 0;
    }

    /** Whether two shapes differ in their channels at most. */
    private static boolean sameAxes(Shape a, Shape b) {
        if (a instanceof Image one && b instanceof Image other) {
            return one.height() == other.height() && one.width() == other.width();
        }
        if (a instanceof Sequence one && b instanceof Sequence other) {
            return one.length() == other.length();
        }
        return a instanceof Flat && b instanceof Flat;
    }

    private Shape shape(Edge edge) {
        return spot.survey.output(edge.from()).orElseThrow();
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
}

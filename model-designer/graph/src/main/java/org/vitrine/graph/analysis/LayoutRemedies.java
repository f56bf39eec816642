package org.vitrine.graph.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Edits worth trying where a layer wants a picture, a sequence or a vector, and something else arrives. */
final class LayoutRemedies {
    /** Axes that a reshape can have. */
    private static final long LARGEST_AXIS = 65536;

    /** More steps than this make attention slow, and recurrent layers hopeless. */
    private static final long MANY_STEPS = 1024;

    private final Spot spot;

    LayoutRemedies(Spot spot) {
        this.spot = spot;
    }

    void wantSequence() {
        Edge wrong = wrongEdge(Sequence.class);
        undoFlattening(wrong);
        Shape shape = spot.survey.output(wrong.from()).orElseThrow();
        if (shape instanceof Image image) {
            twoDimensional();
            layOutAsSequence(wrong, image);
        }
        feedFromBefore(wrong, Sequence.class);
        becomeDense();
        takeOut();
        boolean table = spot.survey.index().isInput(wrong.from());
        if (table && shape instanceof Flat flat && flat.size() > 1 && flat.size() <= MANY_STEPS) {
            layOut(wrong, new Reshape(Layout.SEQUENCE, 1, (int) flat.size(), 1));
        }
    }

    void wantImage() {
        Edge wrong = wrongEdge(Image.class);
        undoFlattening(wrong);
        Shape shape = spot.survey.output(wrong.from()).orElseThrow();
        if (shape instanceof Sequence sequence) {
            oneDimensional(sequence);
        }
        boolean grown = shape instanceof Flat && spot.survey.index().layer(wrong.from()) instanceof Dense;
        if (grown && !isHead()) {
            layOutAsImage(wrong, shape.size());
        }
        feedFromBefore(wrong, Image.class);
        becomeDense();
        takeOut();
        if (shape instanceof Flat && !grown) {
            layOutAsImage(wrong, shape.size());
        }
    }

    void wantVector() {
        for (List<LayerSpec> way : Adapters.toVector(spot.input())) {
            Draft draft = new Draft(spot.document);
            Edge last = spot.edge();
            for (LayerSpec step : way) {
                last = draft.insertOn(last, step);
            }
            spot.add(
                    way.size() == 1
                            ? Remedy.of("fix.insert", draft.edit(), way.get(0), spot.id)
                            : Remedy.of("fix.insert-two", draft.edit(), way.get(0), way.get(1), spot.id));
        }
    }

    /** Takes the layer away that made a vector right before. */
    void undoFlattening(Edge edge) {
        LayerSpec before = spot.survey.index().layer(edge.from());
        if (before instanceof Flatten || before instanceof GlobalPooling || before instanceof LastStep) {
            spot.bypass(edge.from());
        }
    }

    /** Each size in turn becomes what the other ones leave for it; else the layer before gives as many values. */
    void fitReshape() {
        Reshape reshape = (Reshape) spot.layer;
        long values = spot.input().size();
        boolean image = reshape.to() == Layout.IMAGE;
        List<String> names = image ? List.of("channels", "width", "height") : List.of("height", "channels");
        long wanted = 1;
        for (String changed : names) {
            long others = 1;
            for (String name : names) {
                others *= name.equals(changed) ? 1 : spot.number(name);
            }
            wanted = others * spot.number(changed);
            if (values % others == 0 && values / others <= LARGEST_AXIS) {
                spot.set(changed, values / others);
            }
        }
        if (spot.input() instanceof Flat) {
            Widths.change(spot.survey, spot.edge().from(), wanted).ifPresent(spot::add);
        }
    }

    private Edge wrongEdge(Class<? extends Shape> wanted) {
        return spot.edges.stream()
                .filter(edge ->
                        !wanted.isInstance(spot.survey.output(edge.from()).orElseThrow()))
                .findFirst()
                .orElse(spot.edge());
    }

    private void twoDimensional() {
        if (spot.layer instanceof Convolution1D c) {
            spot.replace(
                    new Convolution2D(c.filters(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
        } else if (spot.layer instanceof Pooling1D p) {
            spot.replace(new Pooling2D(p.mode(), p.kernel(), p.stride(), p.padding()));
        }
    }

    private void oneDimensional(Sequence sequence) {
        if (spot.layer instanceof Convolution2D c) {
            spot.replace(
                    new Convolution1D(c.filters(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
        } else if (spot.layer instanceof SeparableConvolution2D c) {
            spot.replace(
                    new Convolution1D(c.filters(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
        } else if (spot.layer instanceof DepthwiseConvolution2D c && sequence.features() * c.multiplier() <= 1024) {
            int filters = (int) sequence.features() * c.multiplier();
            spot.replace(new Convolution1D(filters, c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
        } else if (spot.layer instanceof Pooling2D p) {
            spot.replace(new Pooling1D(p.mode(), p.kernel(), p.stride(), p.padding()));
        }
    }

    /** Attention looks at all places; a recurrent layer reads column after column. */
    private void layOutAsSequence(Edge edge, Image image) {
        long places = image.height() * image.width();
        Reshape all = new Reshape(Layout.SEQUENCE, axis(image.channels()), axis(places), 1);
        Reshape columns = new Reshape(Layout.SEQUENCE, axis(image.channels() * image.height()), axis(image.width()), 1);
        boolean attends = spot.layer.family() == Family.ATTENTION && places <= MANY_STEPS;
        layOut(edge, attends ? all : columns);
    }

    /** The largest square that the values fill. */
    private void layOutAsImage(Edge edge, long values) {
        for (long side = (long) Math.sqrt((double) values); side > 1; side--) {
            long channels = values / (side * side);
            if (channels * side * side == values && channels <= LARGEST_AXIS) {
                layOut(edge, new Reshape(Layout.IMAGE, (int) channels, (int) side, (int) side));
                return;
            }
        }
    }

    private void layOut(Edge edge, Reshape reshape) {
        String shape = reshape.to() == Layout.IMAGE
                ? new Image(reshape.channels(), reshape.height(), reshape.width()).text()
                : new Sequence(reshape.channels(), reshape.height()).text();
        spot.add(Remedy.of(
                "fix.lay-out", Edits.insertOn(spot.document, edge, reshape), reshape, shape, edge.from(), spot.id));
    }

    private static int axis(long size) {
        return (int) Math.min(LARGEST_AXIS, size);
    }

    /** Connects the last node whose shape fits, and removes what stood between and feeds nothing else. */
    private void feedFromBefore(Edge edge, Class<? extends Shape> wanted) {
        GraphIndex index = spot.survey.index();
        Set<NodeId> between = new LinkedHashSet<>();
        NodeId node = edge.from();
        while (!wanted.isInstance(spot.survey.output(node).orElseThrow())) {
            between.add(node);
            if (index.inputs(node).size() != 1 || index.outputs(node).size() != 1) {
                return;
            }
            node = index.inputs(node).get(0).from();
        }
        if (between.size() > 1) {
            Draft draft = new Draft(spot.document);
            draft.connect(node, spot.id, edge.port());
            draft.remove(between);
            spot.add(Remedy.of("fix.feed-before", draft.edit(), spot.id, node, ProblemTexts.names(between, ", ")));
        }
    }

    private boolean isHead() {
        return spot.layer.family() == Family.OUTPUT;
    }

    private void takeOut() {
        if (!isHead()) {
            spot.bypass(spot.id);
        }
    }

    private void becomeDense() {
        Widths.of(spot.layer).ifPresent(width -> spot.replace(new Dense((Integer) width.value(), Activation.RELU)));
    }
}

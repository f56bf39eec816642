package org.vitrine.editor.quick;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.GraphState;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * Finds the layers that fit at a place, by trying shape inference: as they are, with other parameters, or behind a layer
 * that makes the shape fit. While shapes are not known, every layer that takes an input fits.
 */
public final class Offers {
    private static final LayerSpec AVERAGE = new GlobalPooling(PoolingMode.AVERAGE);
    /** What may go before a layer that does not take the shape, the most usual first. */
    private static final List<List<LayerSpec>> ADAPTERS = List.of(
            List.of(new Embedding(32)),
            List.of(AVERAGE),
            List.of(new LastStep()),
            List.of(new Flatten()),
            List.of(new Embedding(32), AVERAGE));
    /** Tried for a whole number, such as heads, groups or a kernel, that does not go with the shape. */
    private static final int[] SMALLER = {8, 4, 3, 2, 1};

    private final GraphState state;
    private final Optional<DataSpec> data;

    public Offers(GraphState state, Optional<DataSpec> data) {
        this.state = state;
        this.data = data;
    }

    /** The layers that fit, best first. */
    public List<Offer> at(QuickPlace place) {
        if (place instanceof QuickPlace.After after) {
            return behind(after.from(), Optional.empty());
        }
        if (place instanceof QuickPlace.On on) {
            return behind(on.edge().from(), Optional.of(on.edge()));
        }
        return ranked(
                LayerCatalogue.defaults().stream()
                        .map(layer -> new Offer(List.of(), layer, Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Offer> behind(NodeId from, Optional<Edge> onto) {
        Optional<Shape> arriving = state.analysis().output(from);
        List<Offer> offers = new ArrayList<>();
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            boolean possible = layer.ports().max() > 0 && (onto.isEmpty() || GraphActions.fitsOnEdge(layer));
            if (possible && arriving.isPresent() && data.isPresent()) {
                offer(layer, arriving.get(), data.get(), onto).ifPresent(offers::add);
            } else if (possible) {
                offers.add(new Offer(List.of(), layer, Optional.empty()));
            }
        }
        return ranked(offers, arriving, Optional.of(state.document().graph().layer(from)));
    }

    private static List<Offer> ranked(List<Offer> offers, Optional<Shape> arriving, Optional<LayerSpec> behind) {
        return offers.stream()
                .sorted(Comparator.comparingDouble(offer -> Liking.rank(offer, arriving, behind)))
                .toList();
    }

    private Optional<Offer> offer(LayerSpec layer, Shape arriving, DataSpec spec, Optional<Edge> onto) {
        Optional<Offer> direct =
                configured(List.of(), layer, arriving, spec).filter(offer -> leadsOn(offer, spec, onto));
        if (direct.isPresent()) {
            return direct;
        }
        for (List<LayerSpec> adapter : ADAPTERS) {
            Optional<Shape> adapted = through(adapter, arriving, spec);
            Optional<Offer> offer = adapted.filter(shape -> !shape.equals(arriving) && !adapter.contains(layer))
                    .flatMap(shape -> configured(adapter, layer, shape, spec))
                    .filter(found -> leadsOn(found, spec, onto));
            if (offer.isPresent()) {
                return offer;
            }
        }
        return Optional.empty();
    }

    private static Optional<Offer> configured(List<LayerSpec> before, LayerSpec layer, Shape shape, DataSpec spec) {
        Optional<Shape> output = infer(layer, shape, spec);
        if (output.isPresent()) {
            return Optional.of(new Offer(before, layer, output));
        }
        for (Parameter parameter : Parameters.of((Record) layer)) {
            for (int value : SMALLER) {
                if (parameter.value() instanceof Integer now && value < now) {
                    LayerSpec smaller = Parameters.with(layer, parameter.name(), value);
                    Optional<Shape> fitting = infer(smaller, shape, spec);
                    if (fitting.isPresent()) {
                        return Optional.of(new Offer(before, smaller, fitting));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A layer of several inputs is tried with as many of the same shape as it needs. */
    private static Optional<Shape> infer(LayerSpec layer, Shape shape, DataSpec spec) {
        try {
            return Optional.of(
                    layer.infer(Collections.nCopies(Math.max(1, layer.ports().min()), shape), spec)
                            .output());
        } catch (ShapeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Shape> through(List<LayerSpec> chain, Shape shape, DataSpec spec) {
        Optional<Shape> now = Optional.of(shape);
        for (LayerSpec layer : chain) {
            now = now.flatMap(known -> infer(layer, known, spec));
        }
        return now;
    }

    /** Whether what stands behind the edge still takes its inputs; where it did not before, nothing is asked of it. */
    private boolean leadsOn(Offer offer, DataSpec spec, Optional<Edge> onto) {
        if (onto.isEmpty() || offer.output().isEmpty()) {
            return true;
        }
        NodeId target = onto.get().to();
        if (!state.analysis().nodes().containsKey(target)) {
            return true;
        }
        List<Shape> inputs = new ArrayList<>();
        for (Edge edge : state.document().graph().inputsOf(target)) {
            Optional<Shape> shape =
                    edge.equals(onto.get()) ? offer.output() : state.analysis().output(edge.from());
            shape.ifPresent(inputs::add);
        }
        try {
            state.document().graph().layer(target).infer(inputs, spec);
            return true;
        } catch (ShapeException refused) {
            return false;
        }
    }
}

package org.vitrine.app.explain.inside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.shared.Failures;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.Factor;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.arithmetic.Source;
import org.vitrine.arithmetic.Unfolded;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * What the Inside page shows: a pass through the network for one example, the chosen layer and value, and how far its
 * arithmetic is unfolded. To be used on the FX thread.
 */
public final class InsideViewModel {
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<NetworkTrace>> trace = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TriedStep>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final Deque<Place> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private OptionalInt example = OptionalInt.empty();
    private int asked;

    /**
     * Where one looks.
     *
     * @param path from the value of the cell down to the number that is shown; never empty
     */
    public record Place(NodeId node, Cell cell, List<Unfolded> path) {
        public Place {
            path = List.copyOf(path);
        }

        /** The number that is shown. */
        public Unfolded shown() {
            return path.get(path.size() - 1);
        }
    }

    /** @param fx runs on the FX thread */
    public InsideViewModel(Executor fx) {
        this.fx = fx;
    }

    /** Shows an example of another model. */
    public void show(Opened model, OptionalInt newExample) {
        if (!opened.get().equals(Optional.of(model))) {
            clear();
            opened.set(Optional.of(model));
        }
        example = newExample;
        ask();
    }

    /** Forgets the model. */
    public void close() {
        asked++;
        clear();
        opened.set(Optional.empty());
    }

    /** Shows another example; the place stays where it is. */
    public void choose(OptionalInt newExample) {
        example = newExample;
        ask();
    }

    /** The model that is laid open. */
    public ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<NetworkTrace>> trace() {
        return trace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Place>> place() {
        return place.getReadOnlyProperty();
    }

    /** The step of training that was tried with the example. */
    public ReadOnlyObjectProperty<Optional<TriedStep>> step() {
        return step.getReadOnlyProperty();
    }

    /** Why there is nothing to see; empty if nothing failed. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    private void clear() {
        trace.set(Optional.empty());
        place.set(Optional.empty());
        step.set(Optional.empty());
        failure.set("");
        before.clear();
    }

    private void ask() {
        int question = ++asked;
        step.set(Optional.empty());
        failure.set("");
        if (opened.get().isEmpty() || example.isEmpty()) {
            clear();
            return;
        }
        CompletableFuture<?> unused = opened.get()
                .get()
                .inspector()
                .trace(example.getAsInt())
                .whenComplete((found, failed) -> fx.execute(() -> {
                    if (question != asked) {
                        return;
                    }
                    if (failed != null) {
                        clear();
                        failure.set(Failures.message(failed));
                    } else {
                        take(found);
                    }
                }));
    }

    /** Stays where it was, if that is still there. */
    private void take(NetworkTrace found) {
        Optional<Place> old = place.get();
        before.clear();
        place.set(Optional.empty());
        trace.set(Optional.of(found));
        boolean there = old.isPresent() && found.outputs().containsKey(old.get().node());
        if (there) {
            put(old.get().node(), old.get().cell());
        } else {
            put(found.nodes().get(0).id(), strongest(found.nodes().get(0).id()));
        }
    }

    /** Tries a step of training with the example. */
    public void tryStep() {
        if (opened.get().isEmpty() || example.isEmpty()) {
            return;
        }
        int question = asked;
        CompletableFuture<?> unused = opened.get()
                .get()
                .inspector()
                .tryStep(example.getAsInt())
                .whenComplete((found, failed) -> fx.execute(() -> {
                    if (question == asked) {
                        step.set(Optional.ofNullable(found));
                        failure.set(failed == null ? "" : Failures.message(failed));
                    }
                }));
    }

    /** Back from the step of training to the pass. */
    public void leaveStep() {
        step.set(Optional.empty());
    }

    /** Goes to a layer, at its strongest value; one that the outcome does not depend on has none. */
    public void choose(NodeId node) {
        if (trace.get().filter(shown -> shown.outputs().containsKey(node)).isEmpty()) {
            return;
        }
        remember();
        put(node, strongest(node));
    }

    /** Goes to a value of a layer. */
    public void choose(NodeId node, Cell cell) {
        remember();
        put(node, cell);
    }

    /** Goes to where a factor comes from; a parameter or setting leads nowhere. */
    public void follow(Source source) {
        place.get().ifPresent(here -> {
            if (source instanceof Source.Input input) {
                remember();
                put(trace.get().orElseThrow().source(here.node(), input.port()), input.cell());
            } else if (source instanceof Source.Inner inner) {
                remember();
                List<Unfolded> deeper = new ArrayList<>(here.path());
                deeper.add(inner.how().get());
                place.set(Optional.of(new Place(here.node(), here.cell(), deeper)));
            }
        });
    }

    /** Up again to a number on the path. */
    public void upTo(int depth) {
        place.get().ifPresent(here -> {
            remember();
            place.set(
                    Optional.of(new Place(here.node(), here.cell(), here.path().subList(0, depth + 1))));
        });
    }

    /** Where one was before; false if that was the first place. */
    public boolean back() {
        if (before.isEmpty()) {
            return false;
        }
        place.set(Optional.of(before.pop()));
        return true;
    }

    /** Goes on to the next layer in the order of computation, or to one before; false if there is none. */
    public boolean step(int by) {
        if (trace.get().isEmpty() || place.get().isEmpty()) {
            return false;
        }
        List<NodeId> order = trace.get().get().nodes().stream().map(Node::id).toList();
        int next = order.indexOf(place.get().get().node()) + by;
        if (next < 0 || next >= order.size()) {
            return false;
        }
        choose(order.get(next));
        return true;
    }

    private void remember() {
        place.get().ifPresent(before::push);
    }

    /** Of a head its probability is shown first, which is made of its outputs. */
    private void put(NodeId node, Cell cell) {
        NetworkTrace shown = trace.get().orElseThrow();
        Unfolded value = shown.outcome(node, cell).orElseGet(() -> shown.unfold(node, cell));
        place.set(Optional.of(new Place(node, cell, List.of(value))));
    }

    private Cell strongest(NodeId node) {
        var values = trace.get().orElseThrow().output(node).values();
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = values.values()[i] > values.values()[best] ? i : best;
        }
        return Cell.at(best, values.shape());
    }

    /** What the value at the chosen cell is in the data, while this value is shown and not what made it. */
    public Optional<Opened.Meaning> meaning() {
        return place.get().filter(here -> here.path().size() == 1).flatMap(here -> opened.get()
                .flatMap(model -> {
                    NetworkTrace shown = trace.get().orElseThrow();
                    Node node = shown.graph().node(here.node()).orElseThrow();
                    return model.meaning(node, shown.output(here.node()).values(), here.cell());
                }));
    }

    /** The terms of the number that is shown, the largest first where their order says nothing. */
    public List<TermRow> rows() {
        return place.get().map(here -> Rows.of(here.shown(), this::name)).orElse(List.of());
    }

    /** What a factor is called: the layer or parameter that it comes from, with its cell. */
    String name(Factor factor) {
        Source source = factor.source();
        if (source instanceof Source.Input input) {
            return trace.get().orElseThrow().source(place.get().orElseThrow().node(), input.port()) + " "
                    + input.cell();
        }
        if (source instanceof Source.Parameter parameter) {
            return parameter.name() + " " + parameter.cell();
        }
        if (source instanceof Source.Inner inner) {
            return inner.title();
        }
        return ((Source.Constant) source).title();
    }
}

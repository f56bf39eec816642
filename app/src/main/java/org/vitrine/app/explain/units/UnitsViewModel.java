package org.vitrine.app.explain.units;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.vitrine.app.shared.DataUnits;
import org.vitrine.app.shared.Failures;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.maximisation.Grid;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.attribution.maximisation.UnitLayers;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.command.WorkerCommand;

/**
 * What the Units page shows: the layers and units of a model, the input that was made for one, and those of all units of a layer.
 * To be used on the FX thread.
 */
public final class UnitsViewModel {
    private static final int EXAMPLES = 24;
    private static final int FRAMES = 16;

    /**
     * A model whose units can be looked at.
     *
     * @param refusal why not; empty if they can
     */
    public record Model(Dataset dataset, ModelGraph graph, List<UnitLayer> layers, Optional<String> refusal) {
        /** The layers of a model, whose graph is flat. */
        public static Model of(Dataset dataset, ModelGraph graph) {
            ModelFacts facts = new ModelFacts(graph, dataset.spec());
            return new Model(dataset, graph, UnitLayers.of(facts), UnitLayers.refusal(facts));
        }

        /** Which values of the model's inputs are neighbours. */
        public Grid grid() {
            return Grid.of(dataset.spec(), dataset.presentation());
        }

        /** What a unit is called: the class or value that it stands for, or its number. */
        public String name(UnitLayer layer, int unit) {
            List<String> names = isOutput(layer)
                    ? UnitNames.of(graph.layer(new NodeId(layer.id())), dataset.targetNames())
                    : List.of();
            return names.size() == layer.units() ? names.get(unit) : Integer.toString(unit);
        }

        /** A unit's activation; of an output that predicts a value this value, in its own units. */
        public double activation(UnitLayer layer, int unit, double activation) {
            return isOutput(layer)
                    ? DataUnits.output(dataset, layer.units(), unit, activation).orElse(activation)
                    : activation;
        }

        private boolean isOutput(UnitLayer layer) {
            return graph.layer(new NodeId(layer.id())).family() == Family.OUTPUT;
        }
    }

    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<Model>> model = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<UnitLayer>> layer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> unit = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TEST);
    private final ReadOnlyObjectWrapper<Optional<Made>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Tensor>> emerging = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<Integer, Made> all = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private Map<String, String> options = Map.of();
    private Optional<Maker> maker = Optional.empty();
    private Optional<CompletableFuture<?>> making = Optional.empty();

    public UnitsViewModel(Executor fx) {
        this.fx = fx;
        layer.subscribe(now -> {
            stop();
            all.clear();
            made.set(Optional.empty());
            emerging.set(Optional.empty());
            unit.set(0);
        });
    }

    /** Shows a model, and begins with its last layer; one that is shown already stays as it is. */
    public void show(Dataset dataset, Maker newMaker) {
        if (maker.equals(Optional.of(newMaker))) {
            return;
        }
        close();
        maker = Optional.of(newMaker);
        Model shown = Model.of(dataset, newMaker.graph());
        model.set(Optional.of(shown));
        layer.set(
                shown.layers().isEmpty()
                        ? Optional.empty()
                        : Optional.of(shown.layers().get(shown.layers().size() - 1)));
    }

    /** Lets the model go. */
    public void close() {
        stop();
        maker = Optional.empty();
        layer.set(Optional.empty());
        model.set(Optional.empty());
        failure.set("");
    }

    /** Makes an input for the chosen unit, with options by name that are not as usual. */
    public void make(Map<String, String> newOptions) {
        stop();
        options = Map.copyOf(newOptions);
        made.set(Optional.empty());
        ask(unit.get(), result -> {
            made.set(Optional.of(result));
            all.put(result.answer().unit(), result);
            finish();
        });
    }

    /** Makes inputs for all units of the chosen layer, one after the other. */
    public void makeAll(Map<String, String> newOptions) {
        stop();
        options = Map.copyOf(newOptions);
        all.clear();
        layer.get().ifPresent(of -> {
            for (int i = 0; i < of.units(); i++) {
                waiting.add(i);
            }
        });
        next();
    }

    /** Looks at a unit: what was made for it is shown again. */
    public void look(int chosen) {
        unit.set(chosen);
        Made known = all.get(chosen);
        if (known != null) {
            made.set(Optional.of(known));
        }
    }

    private void next() {
        Integer due = waiting.poll();
        if (due == null) {
            finish();
            return;
        }
        ask(due, result -> {
            all.put(due, result);
            if (due.equals(unit.get()) || made.get().isEmpty()) {
                look(due);
            }
            next();
        });
    }

    private void ask(int of, Consumer<Made> done) {
        if (maker.isEmpty() || layer.get().isEmpty()) {
            return;
        }
        busy.set(true);
        progress.set(0);
        failure.set("");
        WorkerCommand.Maximise question =
                new WorkerCommand.Maximise("", layer.get().get().id(), of, options, part.get(), EXAMPLES, FRAMES);
        // Known before the answer may come at once.
        CompletableFuture<Made> holder = new CompletableFuture<>();
        making = Optional.of(holder);
        CompletableFuture<Made> asked = maker.get()
                .make(
                        question,
                        news -> fx.execute(() -> {
                            if (making.equals(Optional.of(holder))) {
                                progress.set(news.share());
                                if (of == unit.get()) {
                                    news.input().ifPresent(input -> emerging.set(Optional.of(input)));
                                }
                            }
                        }));
        CompletableFuture<?> unusedEnd = holder.whenComplete((result, why) -> asked.cancel(true));
        CompletableFuture<?> unusedAnswer = asked.whenComplete((result, why) -> fx.execute(() -> {
            if (!making.equals(Optional.of(holder))) {
                return;
            }
            if (why == null) {
                done.accept(result);
            } else {
                waiting.clear();
                finish();
                failure.set(Failures.message(why));
            }
        }));
    }

    private void finish() {
        making = Optional.empty();
        emerging.set(Optional.empty());
        busy.set(false);
        progress.set(0);
    }

    /** Gives up what is being made; what was made stays. */
    public void stop() {
        waiting.clear();
        Optional<CompletableFuture<?>> given = making;
        finish();
        given.ifPresent(question -> question.cancel(true));
    }

    public ReadOnlyObjectProperty<Optional<Model>> model() {
        return model.getReadOnlyProperty();
    }

    /** The chosen layer; empty if the model has none whose units can be looked at. */
    public ObjectProperty<Optional<UnitLayer>> layer() {
        return layer;
    }

    /** The chosen unit of the layer, counted from 0. */
    public ObjectProperty<Integer> unit() {
        return unit;
    }

    /** The part whose most exciting examples are shown. */
    public ObjectProperty<Part> part() {
        return part;
    }

    /** What was made for the unit that is looked at. */
    public ReadOnlyObjectProperty<Optional<Made>> made() {
        return made.getReadOnlyProperty();
    }

    /** What there is so far of the input that is being made. */
    public ReadOnlyObjectProperty<Optional<Tensor>> emerging() {
        return emerging.getReadOnlyProperty();
    }

    /** What was made for the units of the chosen layer. */
    public ObservableMap<Integer, Made> all() {
        return all;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** The share of the input that is being made. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why nothing was made; empty if nothing is wrong. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }
}

package org.vitrine.app.design.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.Dataset;
import org.vitrine.editor.canvas.Badge;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.CalibrationAdvanced;

/**
 * What the open graph costs and what training it takes. Works only while someone looks, at the table or at the overlay. To be
 * used on the FX thread.
 */
public final class ForecastViewModel {
    private final GraphViewModel graph;
    private final Supplier<Optional<Dataset>> data;
    private final Supplier<Device> device;
    private final int threads;
    private final Measuring measuring;
    private final Function<GraphDocument, Optional<Analysis.Times>> runTimes;
    private final Latest analysing;
    private final Latest measurement;
    private final Executor fx;
    private final long delay;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<NodeId>> block = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.NONE);
    private final ReadOnlyObjectWrapper<Analysis> analysis = new ReadOnlyObjectWrapper<>(Analysis.NONE);
    private final ReadOnlyObjectWrapper<Map<NodeId, Badge>> badges = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper measures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** Where the work of a view model is done, and what it asks. */
    public record Sources(
            Supplier<Optional<Dataset>> data,
            Supplier<Device> device,
            int threads,
            Measuring measuring,
            Function<GraphDocument, Optional<Analysis.Times>> runTimes) {}

    /**
     * @param latest makes an executor of work of which only the last counts
     * @param delay milliseconds of quiet before the graph is looked at again
     */
    public ForecastViewModel(GraphViewModel graph, Sources sources, Supplier<Latest> latest, Executor fx, long delay) {
        this.graph = graph;
        this.data = sources.data();
        this.device = sources.device();
        this.threads = sources.threads();
        this.measuring = sources.measuring();
        this.runTimes = sources.runTimes();
        this.analysing = latest.get();
        this.measurement = latest.get();
        this.fx = fx;
        this.delay = delay;
        graph.stateProperty().addListener((observable, before, now) -> {
            // Moving nodes about and undoing it costs nothing.
            if (!before.document().graph().equals(now.document().graph())
                    || !before.document().training().equals(now.document().training())
                    || !before.analysis().nodes().equals(now.analysis().nodes())) {
                refresh();
            }
        });
        block.addListener((observable, before, now) -> {
            // What is known of other nodes must not stand at these, even for a moment.
            analysis.set(Analysis.NONE);
            refresh();
        });
        shown.addListener((observable, before, now) -> refresh());
        quantity.addListener((observable, before, now) -> {
            showBadges();
            if (!shown.get()) {
                refresh();
            }
        });
        analysis.addListener((observable, before, now) -> showBadges());
    }

    /** Looks at the graph again, such as after a run told its times; if anybody looks. */
    public void refresh() {
        if (!shown.get() && quantity.get() == Quantity.NONE) {
            return;
        }
        GraphDocument document = graph.document();
        Optional<Dataset> dataset = data.get();
        if (dataset.isEmpty() || graph.data().isEmpty()) {
            analysing.cancel();
            analysis.set(Analysis.NONE);
            return;
        }
        Device wished = device.get();
        Optional<NodeId> shownBlock = block.get();
        analysing.run(
                delay,
                () -> Analysis.of(
                        document,
                        shownBlock,
                        dataset.get(),
                        measuring
                                .known(document, wished)
                                .filter(found -> found.trainExamples()
                                        == dataset.get().train().size()),
                        runTimes.apply(document),
                        threads),
                analysis::set,
                failure -> trouble.set(message(failure)));
    }

    private void showBadges() {
        Quantity wanted = quantity.get();
        Map<NodeId, Badge> shownNow = new HashMap<>();
        double most = analysis.get().most(wanted);
        if (wanted != Quantity.NONE && most > 0) {
            for (AnalysisRow row : analysis.get().rows()) {
                double value = wanted.of(row);
                if (value > 0) {
                    String text = wanted.text(value);
                    shownNow.put(row.cost().node(), new Badge(text, value / most, wanted.title() + ": " + text));
                }
            }
        }
        badges.set(Map.copyOf(shownNow));
    }

    /** Has a worker measure, unless one is at it. */
    public void measure() {
        if (measures.get()) {
            return;
        }
        GraphDocument document = graph.document();
        Device wished = device.get();
        trouble.set("");
        progress.set(0);
        measures.set(true);
        measurement.run(
                0,
                () -> measuring.measure(document, wished, advanced -> fx.execute(() -> advance(advanced))),
                found -> {
                    measures.set(false);
                    refresh();
                },
                failure -> {
                    measures.set(false);
                    trouble.set(message(failure));
                });
    }

    private void advance(CalibrationAdvanced advanced) {
        if (measures.get()) {
            progress.set(advanced.share());
        }
    }

    /** Gives up a measurement. */
    public void cancel() {
        measurement.cancel();
        measures.set(false);
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? Texts.format("analysis.failed", failure) : failure.getMessage();
    }

    /** Whether the table is seen. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The block whose body the canvas shows, by its path; empty for the whole document. */
    public ObjectProperty<Optional<NodeId>> blockProperty() {
        return block;
    }

    /** What the canvas shows at each node. */
    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    public ReadOnlyObjectProperty<Analysis> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    /** The chosen quantity at each node that has any of it. */
    public ReadOnlyObjectProperty<Map<NodeId, Badge>> badgesProperty() {
        return badges.getReadOnlyProperty();
    }

    /** Whether a measurement goes on. */
    public ReadOnlyBooleanProperty measuresProperty() {
        return measures.getReadOnlyProperty();
    }

    /** How far the measurement is, 0 to 1; 0 while the data are loaded. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why there was no answer; empty if there was. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}

package org.vitrine.app.evaluate;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.projection.Metric;
import org.vitrine.datasets.projection.Progress;

/** Puts what leaves a layer into a plane, off the window's thread, with progress, until it is given up. On the FX thread. */
public final class ProjectionViewModel implements AutoCloseable {
    /** Of the progress, reading the layer takes this share. */
    private static final double READING = 0.4;

    private static final double STEP = 0.01;

    private final LayerReader reader;
    private final Background background;
    private final StringProperty layer = new SimpleStringProperty("");
    private final ObjectProperty<Projected.Method> method = new SimpleObjectProperty<>(Projected.Method.PCA);
    private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(1000);
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.EUCLIDEAN);
    private final BooleanProperty byPrediction = new SimpleBooleanProperty();
    private final BooleanProperty pictures = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Projected>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Work> work = Optional.empty();

    /** One computation. */
    private static final class Work {
        private volatile boolean givenUp;
        private CompletableFuture<?> future = CompletableFuture.completedFuture(null);
        private double told;
    }

    public ProjectionViewModel(LayerReader reader, Background background) {
        this.reader = reader;
        this.background = background;
    }

    public StringProperty layer() {
        return layer;
    }

    public ObjectProperty<Projected.Method> method() {
        return method;
    }

    /** How many examples. */
    public ObjectProperty<Integer> count() {
        return count;
    }

    /** What neighbours are near by. */
    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /** Whether colours tell the predicted class, not the true one. */
    public BooleanProperty byPrediction() {
        return byPrediction;
    }

    /** Whether points are shown as pictures. */
    public BooleanProperty pictures() {
        return pictures;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last one failed; empty if it did not. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Projected>> result() {
        return result.getReadOnlyProperty();
    }

    /** Begins; what was under way is given up. */
    public void run() {
        cancel();
        Work begun = new Work();
        work = Optional.of(begun);
        busy.set(true);
        progress.set(0);
        trouble.set("");
        String asked = layer.get();
        Projected.Method how = method.get();
        CompletableFuture<LayerReader.Values> values =
                reader.read(asked, count.get(), share -> tell(begun, READING * share));
        begun.future = values;
        CompletableFuture<?> unused = values.thenApplyAsync(
                        found -> projected(found, asked, how, begun), background.workers())
                .whenComplete((done, failure) -> background.fx().execute(() -> settle(begun, done, failure)));
    }

    private Projected projected(LayerReader.Values values, String asked, Projected.Method how, Work of) {
        float[][] rows = rows(values.rows());
        DoubleConsumer told = share -> tell(of, READING + (1 - READING) * share);
        Progress watch = share -> {
            told.accept(share);
            return !of.givenUp;
        };
        return Projected.of(how, asked, values.pooled(), rows, watch);
    }

    private static float[][] rows(Tensor tensor) {
        float[][] rows = new float[tensor.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = tensor.row(i).values();
        }
        return rows;
    }

    private void tell(Work of, double share) {
        if (share - of.told >= STEP && !of.givenUp) {
            of.told = share;
            background.fx().execute(() -> {
                if (work.filter(now -> now == of).isPresent()) {
                    progress.set(share);
                }
            });
        }
    }

    private void settle(Work of, Projected done, Throwable failure) {
        if (work.filter(now -> now == of).isEmpty()) {
            return;
        }
        work = Optional.empty();
        busy.set(false);
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null) {
            result.set(Optional.of(done));
        } else if (!(cause instanceof CancellationException)) {
            trouble.set(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
    }

    /** Gives up what is under way. */
    public void cancel() {
        work.ifPresent(now -> {
            now.givenUp = true;
            now.future.cancel(true);
        });
        work = Optional.empty();
        busy.set(false);
    }

    @Override
    public void close() {
        cancel();
        reader.close();
    }
}

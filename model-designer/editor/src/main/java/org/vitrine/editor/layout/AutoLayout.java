package org.vitrine.editor.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/**
 * Arranges the graph of a view model off its thread; a document that changed meanwhile is not disturbed, and a new request
 * ends the one before. To be used from the thread of the view model.
 */
public final class AutoLayout {
    private static final Logger LOG = LoggerFactory.getLogger(AutoLayout.class);

    private final GraphViewModel model;
    private final Executor background;
    private final Consumer<Runnable> foreground;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param background runs the layout
     * @param foreground brings the result to the thread of the view model
     */
    public AutoLayout(GraphViewModel model, Executor background, Consumer<Runnable> foreground) {
        this.model = model;
        this.background = background;
        this.foreground = foreground;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far the layout is, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Ends the layout that is under way; nothing moves. */
    public void cancel() {
        cancelled.set(true);
        running.set(false);
    }

    /**
     * Arranges all nodes as one step of undo.
     *
     * @param done runs after it with the places that nodes had before
     */
    public void arrange(Consumer<Map<NodeId, Position>> done) {
        GraphDocument document = model.document();
        later(document, places -> {
            if (model.document().graph().equals(document.graph())) {
                Map<NodeId, Position> before = model.document().layout();
                model.actions().applyLayout(places);
                done.accept(before);
            }
        });
    }

    /** Places a document that was just opened if nodes have no position; {@code done} runs after it. */
    public void complete(Runnable done) {
        GraphDocument document = model.document();
        boolean complete = document.graph().nodes().stream()
                .allMatch(node -> document.layout().containsKey(node.id()));
        if (complete) {
            return;
        }
        later(document, places -> {
            Map<NodeId, Position> wanted = new HashMap<>(places);
            wanted.keySet()
                    .retainAll(model.document().graph().nodes().stream()
                            .map(node -> node.id())
                            .toList());
            if (document.title().equals(model.document().title()) && !wanted.isEmpty()) {
                model.completeLoaded(new MoveNodes(wanted));
                done.run();
            }
        });
    }

    private void later(GraphDocument document, Consumer<Map<NodeId, Position>> use) {
        cancelled.set(true);
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        progress.set(0);
        running.set(true);
        background.execute(() -> {
            try {
                Map<NodeId, Position> places =
                        LayeredLayout.of(document, stop::get, share -> foreground.accept(() -> advance(stop, share)));
                foreground.accept(() -> settle(stop, () -> use.accept(places)));
            } catch (RuntimeException failure) {
                LOG.error("The layout of '{}' failed; the nodes stay where they are", document.title(), failure);
                foreground.accept(() -> settle(stop, () -> {}));
            }
        });
    }

    private void advance(AtomicBoolean stop, double share) {
        if (!stop.get()) {
            progress.set(share);
        }
    }

    private void settle(AtomicBoolean stop, Runnable work) {
        if (!stop.get()) {
            running.set(false);
            work.run();
        }
    }
}

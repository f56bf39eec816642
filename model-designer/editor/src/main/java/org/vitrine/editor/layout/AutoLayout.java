package org.vitrine.editor.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Arranges the graph of a view model off its thread; a document that changed meanwhile is not disturbed. */
public final class AutoLayout {
    private static final Logger LOG = LoggerFactory.getLogger(AutoLayout.class);

    private final GraphViewModel model;
    private final Executor background;
    private final Consumer<Runnable> foreground;

    /**
     * @param background runs the layout
     * @param foreground brings the result to the thread of the view model
     */
    public AutoLayout(GraphViewModel model, Executor background, Consumer<Runnable> foreground) {
        this.model = model;
        this.background = background;
        this.foreground = foreground;
    }

    /** Arranges all nodes as one step of undo; {@code done} runs after it. */
    public void arrange(Runnable done) {
        GraphDocument document = model.document();
        later(document, places -> {
            if (model.document().graph().equals(document.graph())) {
                model.actions().applyLayout(places);
                done.run();
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
        background.execute(() -> {
            try {
                Map<NodeId, Position> places = LayeredLayout.of(document);
                foreground.accept(() -> use.accept(places));
            } catch (RuntimeException failure) {
                LOG.error("The layout of '{}' failed; the nodes stay where they are", document.title(), failure);
            }
        });
    }
}

package org.vitrine.app.design.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Latest;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.compare.DocumentComparison;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** What the open document is compared with, and how they differ. Works while its panel is shown. */
public final class ComparisonViewModel {
    private static final long QUIET_MILLIS = 200;

    private final GraphViewModel graph;
    private final Latest latest;
    private final Consumer<String> errors;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private @Nullable Callable<Other> other;

    /** The document that the open one is compared with: the first of the two. */
    public record Other(String name, GraphDocument document) {}

    /**
     * Two documents as one picture.
     *
     * @param places of the nodes of the union
     */
    public record Comparison(String other, List<ChangeLine> lines, UnionGraph union, Map<NodeId, Position> places) {}

    /** @param errors shows one message to the user */
    public ComparisonViewModel(GraphViewModel graph, Latest latest, Consumer<String> errors) {
        this.graph = graph;
        this.latest = latest;
        this.errors = errors;
        shown.subscribe(now -> refresh(0));
        graph.stateProperty().subscribe(state -> refresh(QUIET_MILLIS));
    }

    /** Empty until there is something to compare with. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Compares with another document from now on; it is read in the background. */
    public void compareWith(Callable<Other> source) {
        other = source;
        refresh(0);
    }

    private void refresh(long delay) {
        Callable<Other> source = other;
        if (source == null || !shown.get()) {
            return;
        }
        GraphDocument now = graph.document();
        latest.run(
                delay,
                () -> {
                    Other read = source.call();
                    // Read once: edits ask for it again and again.
                    return new Read(read, compare(read, now));
                },
                done -> {
                    if (other == source) {
                        other = done::other;
                    }
                    comparison.set(Optional.of(done.comparison()));
                },
                failure -> {
                    other = null;
                    errors.accept(String.valueOf(failure.getMessage()));
                });
    }

    private record Read(Other other, Comparison comparison) {}

    private static Comparison compare(Other other, GraphDocument now) {
        DocumentComparison differences = DocumentComparison.of(other.document(), now);
        UnionGraph union =
                UnionGraph.of(other.document().flat().graph(), now.flat().graph(), differences.graph());
        Map<NodeId, Position> places = LayeredLayout.of(now.withGraph(union.graph(), Map.of()));
        return new Comparison(other.name(), ChangeLine.of(differences), union, places);
    }
}

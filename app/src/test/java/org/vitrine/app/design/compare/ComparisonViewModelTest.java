package org.vitrine.app.design.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.design.NoClipboard;
import org.vitrine.app.design.compare.ComparisonViewModel.Comparison;
import org.vitrine.app.design.compare.ComparisonViewModel.Other;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;

class ComparisonViewModelTest {
    private static final Executor DIRECT = Runnable::run;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> errors = new ArrayList<>();
    private final GraphViewModel graph = new GraphViewModel(
            chain("now", new Input(), new Dense(16, Activation.RELU), new Dropout(0.5), new ClassificationOutput()),
            GraphAnalyzer::analyze,
            new NoClipboard());
    private final ComparisonViewModel model =
            new ComparisonViewModel(graph, new Latest(new Background(DIRECT, DIRECT), timer), errors::add);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private static GraphDocument chain(String title, LayerSpec... layers) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (LayerSpec layer : layers) {
            Node node = new Node(new NodeId(layer.type().toLowerCase(java.util.Locale.ROOT)), layer);
            if (!nodes.isEmpty()) {
                edges.add(new Edge(nodes.get(nodes.size() - 1).id(), node.id(), 0));
            }
            nodes.add(node);
        }
        return new GraphDocument(
                title, "", DataReference.of("iris"), new ModelGraph(nodes, edges), Map.of(), TrainingSettings.DEFAULT);
    }

    private Comparison compare(GraphDocument other) {
        model.shownProperty().set(true);
        model.compareWith(() -> new Other("before", other));
        return model.comparisonProperty().get().orElseThrow();
    }

    @Test
    void differencesAreToldInWordsAndMarkedInOnePicture() {
        Comparison comparison =
                compare(chain("now", new Input(), new Dense(8, Activation.RELU), new ClassificationOutput()));
        assertThat(comparison.lines())
                .extracting(line -> line.mark() + " " + line.text())
                .contains("ADDED dropout (Dropout) added", "CHANGED dense: Units 8 \u2192 16");
        assertThat(comparison.union().nodes())
                .extracting(node -> node.key() + " " + node.mark())
                .containsExactlyInAnyOrder("input SAME", "dense CHANGED", "dropout ADDED", "classificationoutput SAME");
        assertThat(comparison.union().edges())
                .filteredOn(edge -> edge.mark() == Mark.REMOVED)
                .singleElement()
                .satisfies(edge -> assertThat(edge.to().value()).isEqualTo("classificationoutput"));
        assertThat(comparison.places())
                .containsOnlyKeys(comparison.union().nodes().stream()
                        .map(UnionGraph.UnionNode::key)
                        .toList());
    }

    @Test
    void nodesThatWereRemovedStandInThePictureUnderTheirNames() {
        Comparison comparison = compare(chain(
                "now",
                new Input(),
                new Dense(16, Activation.RELU),
                new org.vitrine.graph.layer.BatchNormalization(0.9, 1e-5),
                new Dropout(0.5),
                new ClassificationOutput()));
        assertThat(comparison.union().nodes())
                .filteredOn(node -> node.mark() == Mark.REMOVED)
                .singleElement()
                .satisfies(node -> assertThat(node.node().id().value()).isEqualTo("batchnormalization"));
    }

    @Test
    void theSameGraphHasNoDifferences() {
        assertThat(compare(graph.document()).lines()).isEmpty();
    }

    @Test
    void nothingIsReadWhileNobodyLooksAndWhatCanNotBeReadIsTold() {
        model.compareWith(() -> {
            throw new java.io.IOException("no such file");
        });
        assertThat(errors).isEmpty();
        model.shownProperty().set(true);
        assertThat(errors).containsExactly("no such file");
        assertThat(model.comparisonProperty().get()).isEmpty();
    }

    @Test
    void replacedLayersAreNamedByBothKinds() {
        GraphDocument before = graph.document();
        graph.execute(new ReplaceLayer(new NodeId("dropout"), new Dense(3, Activation.TANH)));
        assertThat(compare(before).lines()).singleElement().satisfies(line -> assertThat(line.text())
                .isEqualTo("dropout: Dropout became Dense"));
    }
}

package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.graph.analysis.Analyses.analyze;
import static org.vitrine.graph.analysis.Analyses.only;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;

/** Analyses as a whole: what is inferred, how fast, and where it begins. */
class GraphAnalyzerTest {
    private static final LayerSpec HEAD = new ClassificationOutput();

    @Test
    void lenetHasNoProblemsAndTheKnownShapes() {
        GraphAnalysis analysis = analyze(Graphs.lenet(), Graphs.IMAGES);
        assertThat(analysis.problems()).isEmpty();
        assertThat(analysis.isTrainable()).isTrue();
        assertThat(analysis.output(new NodeId("n3"))).contains(new Image(16, 10, 10));
        assertThat(analysis.output(new NodeId("n5"))).contains(new Flat(400));
        assertThat(analysis.parameters()).isEqualTo(61_706);
    }

    @Test
    void withoutDataShapesStayUnknownAndOneProblemSaysSo() {
        GraphAnalysis analysis = GraphAnalyzer.analyze(Graphs.lenet(), Optional.empty());
        assertThat(analysis.nodes()).isEmpty();
        assertThat(analysis.problems()).singleElement().satisfies(problem -> assertThat(problem.what())
                .contains("'test'"));
    }

    @Test
    void twoHundredNodesAreAnalysedBetweenTwoKeystrokes() {
        Graphs graphs = new Graphs().node("a0", new Input());
        for (int i = 1; i <= 99; i++) {
            String before = "a" + (i - 1);
            graphs.node("d" + i, new Dense(4, Activation.RELU))
                    .node("a" + i, new Add())
                    .edges(before + " -> d" + i + " -> a" + i, before + " -> a" + i + ":1");
        }
        GraphDocument document = graphs.node("head", HEAD).edges("a99 -> head").document();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long start = threads.getCurrentThreadCpuTime();
            assertThat(GraphAnalyzer.analyze(document, Optional.of(Graphs.TABLE))
                            .problems())
                    .isEmpty();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(5));
    }

    @Test
    void anEmptyGraphOffersAStart() {
        for (DataSpec data : List.of(Graphs.IMAGES, Graphs.TEXT, Graphs.SERIES, Graphs.TABLE, Graphs.NUMBERS)) {
            GraphDocument empty = new Graphs().document();
            Problem problem = only(empty, data);
            assertThat(problem.where()).isEqualTo(new Everywhere());
            assertThat(problem.what()).isEqualTo("The graph is empty");
            assertThat(analyze(problem.fixes().get(0).edit().apply(empty), data).problems())
                    .isEmpty();
        }
    }
}

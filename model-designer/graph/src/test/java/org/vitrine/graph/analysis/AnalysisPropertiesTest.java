package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.vitrine.graph.Documents;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Random documents, most of them wrong in several ways. */
class AnalysisPropertiesTest {

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<Optional<DataSpec>> data() {
        return Arbitraries.of(
                Optional.of(new DataSpec(new Image(1, 28, 28), Target.classes(10))),
                Optional.of(new DataSpec(new Tokens(100, 12), Target.classes(2))),
                Optional.of(new DataSpec(new Sequence(3, 20), Target.values(2))),
                Optional.empty());
    }

    @Property(tries = 300)
    void fixesKeepTheirPromise(@ForAll("documents") GraphDocument document, @ForAll("data") Optional<DataSpec> data) {
        Survey before = Survey.of(document, data);
        Set<String> known = before.errorKeys();
        FixFinder finder = new FixFinder(before);
        for (Finding finding : before.findings()) {
            for (Fix fix : finder.fixes(finding)) {
                Survey after = Survey.of(fix.edit().apply(document), data);
                assertThat(after.has(finding)).as(fix.text()).isFalse();
                assertThat(known).as(fix.text()).containsAll(after.errorKeys());
                assertThat(after.errors().size())
                        .as(fix.text())
                        .isLessThanOrEqualTo(before.errors().size());
            }
        }
    }

    @Property(tries = 300)
    void everyProblemIsExplainedAndEveryShapeHasANode(
            @ForAll("documents") GraphDocument document, @ForAll("data") Optional<DataSpec> data) {
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, data);
        assertThat(analysis.problems()).allSatisfy(problem -> {
            assertThat(problem.what()).isNotBlank().doesNotContainPattern("\\{\\d");
            assertThat(problem.numbers()).doesNotContainPattern("\\{\\d");
            assertThat(problem.cure()).endsWith(".");
        });
        assertThat(document.graph().nodes().stream().map(Node::id).toList())
                .containsAll(analysis.nodes().keySet());
        assertThat(analysis.isTrainable())
                .isEqualTo(Survey.of(document, data).errors().isEmpty());
    }

    /** Applying fixes ends, and where no error is left all shapes are known: the compiler never meets a graph it can not build. */
    @Property(tries = 150)
    void repairingEndsInAGraphWithAllItsShapes(
            @ForAll("documents") GraphDocument document, @ForAll("data") Optional<DataSpec> data) {
        GraphDocument repaired = document;
        GraphAnalysis analysis = GraphAnalyzer.analyze(repaired, data);
        for (int round = 0; round < 30 && !analysis.isTrainable(); round++) {
            Optional<Fix> fix = analysis.problems().stream()
                    .flatMap(problem -> problem.fixes().stream())
                    .findFirst();
            if (fix.isEmpty()) {
                break;
            }
            repaired = fix.get().edit().apply(repaired);
            analysis = GraphAnalyzer.analyze(repaired, data);
        }
        Statistics.label("trainable").collect(analysis.isTrainable());
        if (analysis.isTrainable()) {
            assertThat(analysis.nodes()).hasSameSizeAs(repaired.graph().nodes());
        }
        Statistics.label("trainable").coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }
}

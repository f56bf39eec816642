package org.vitrine.graph.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;

/** Infers the shapes of a graph and finds what is wrong with it. Pure, and fast enough to run on every keystroke. */
public final class GraphAnalyzer {
    private GraphAnalyzer() {}

    /**
     * Analyses a document.
     *
     * @param data what the document's data set offers; empty if it is not known, then all shapes stay unknown
     * @return shapes, and problems with verified fixes, errors first
     */
    public static GraphAnalysis analyze(GraphDocument document, Optional<DataSpec> data) {
        Survey survey = Survey.of(document, data).withAdvice();
        FixFinder finder = new FixFinder(survey);
        List<Problem> problems = survey.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(finding -> new Problem(
                        finding.key(),
                        finding.severity(),
                        finding.where(),
                        finding.what(),
                        finding.numbers(),
                        finding.cure(),
                        finding.why(),
                        finder.fixes(finding)))
                .toList();
        return new GraphAnalysis(survey.shapes(), survey.innerShapes(), problems);
    }
}

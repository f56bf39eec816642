package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;

/** Analyses documents and holds every fix that is offered to its promise. */
final class Analyses {
    private Analyses() {}

    static GraphAnalysis analyze(GraphDocument document, DataSpec data) {
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(data));
        for (Problem problem : analysis.problems()) {
            for (Fix fix : problem.fixes()) {
                verify(document, data, analysis, problem, fix);
            }
        }
        return analysis;
    }

    /** What a fix promises: its problem is gone, and nothing else went wrong. */
    private static void verify(GraphDocument document, DataSpec data, GraphAnalysis before, Problem problem, Fix fix) {
        GraphAnalysis after = GraphAnalyzer.analyze(fix.edit().apply(document), Optional.of(data));
        assertThat(after.problems())
                .as(fix.text())
                .noneMatch(other ->
                        other.what().equals(problem.what()) && other.where().equals(problem.where()));
        assertThat(errors(after))
                .as(fix.text())
                .hasSizeLessThanOrEqualTo(errors(before).size());
        Set<String> cures = errors(before).stream().map(Problem::cure).collect(Collectors.toSet());
        assertThat(errors(after)).as(fix.text()).extracting(Problem::cure).allMatch(cures::contains);
    }

    private static List<Problem> errors(GraphAnalysis analysis) {
        return analysis.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    static List<Problem> problems(GraphDocument document, DataSpec data) {
        return analyze(document, data).problems();
    }

    static List<String> whats(GraphDocument document, DataSpec data) {
        return problems(document, data).stream().map(Problem::what).toList();
    }

    static Problem only(GraphDocument document, DataSpec data) {
        List<Problem> problems = problems(document, data);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** Applies the first fix of the first problem that has one until none is left. */
    static GraphDocument repaired(GraphDocument document, DataSpec data) {
        GraphDocument result = document;
        for (int i = 0; i < 10; i++) {
            Optional<Fix> fix = problems(result, data).stream()
                    .flatMap(problem -> problem.fixes().stream())
                    .findFirst();
            if (fix.isEmpty()) {
                break;
            }
            result = fix.get().edit().apply(result);
        }
        assertThat(problems(result, data)).isEmpty();
        return result;
    }
}

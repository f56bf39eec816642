package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.model.GraphDocument;

/**
 * Tries remedies: a fix is offered if the problem is gone afterwards, no error of a new kind has come and there are no
 * more errors than before. Where a remedy uncovers another error, the best remedy for that one is tried along with it.
 */
final class FixFinder {
    private static final int MAX_FIXES = 4;
    private static final int MAX_STEPS = 3;

    /**
     * Work allowed for one analysis, in nodes and edges visited, so that typing stays fluid in a large and badly broken
     * graph: what comes last in the list has no fixes until the problems before it are solved.
     */
    private static final long BUDGET = 8_000;

    private final Survey before;
    private final Set<String> knownErrors;
    private final int errorCount;
    private long budget = BUDGET;

    FixFinder(Survey before) {
        this.before = before;
        this.knownErrors = before.errorKeys();
        this.errorCount = before.errors().size();
    }

    List<Fix> fixes(Finding finding) {
        List<Fix> fixes = new ArrayList<>();
        Set<GraphDocument> results = new HashSet<>();
        for (Remedy remedy : Remedies.of(before, finding)) {
            if (fixes.size() == MAX_FIXES || budget <= 0) {
                break;
            }
            attempt(finding, remedy, results).ifPresent(fixes::add);
        }
        return fixes;
    }

    private Optional<Fix> attempt(Finding finding, Remedy first, Set<GraphDocument> results) {
        List<Remedy> steps = new ArrayList<>();
        GraphDocument document = before.document();
        Remedy next = first;
        while (true) {
            steps.add(next);
            document = next.edit().apply(document);
            Survey after = before.after(document);
            budget -= after.size();
            if (after.has(finding)) {
                return Optional.empty();
            }
            Optional<Finding> fresh = after.errors().stream()
                    .filter(error -> !knownErrors.contains(error.key()))
                    .findFirst();
            if (fresh.isEmpty()) {
                boolean better = after.errors().size() <= errorCount && results.add(document);
                return better ? Optional.of(fix(steps)) : Optional.empty();
            }
            List<Remedy> more = steps.size() == MAX_STEPS ? List.of() : Remedies.of(after, fresh.get());
            if (more.isEmpty()) {
                return Optional.empty();
            }
            next = more.get(0);
        }
    }

    private static Fix fix(List<Remedy> steps) {
        if (steps.size() == 1) {
            return new Fix(steps.get(0).text(), steps.get(0).edit());
        }
        List<GraphEdit> edits = steps.stream().map(Remedy::edit).toList();
        return new Fix(
                steps.stream().map(Remedy::text).collect(Collectors.joining(" + ")), new EditList("ApplyFix", edits));
    }
}

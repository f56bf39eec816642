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

    /** The fixes of a problem; those that leave the fewest errors, and of these the best remedies first. */
    List<Fix> fixes(Finding finding) {
        List<Attempt> attempts = new ArrayList<>();
        Set<GraphDocument> results = new HashSet<>();
        for (Remedy remedy : Remedies.of(before, finding)) {
            if (attempts.size() == MAX_FIXES || budget <= 0) {
                break;
            }
            attempt(finding, remedy)
                    .filter(found -> results.add(found.result()))
                    .ifPresent(attempts::add);
        }
        int fewest = attempts.stream().mapToInt(Attempt::errors).min().orElse(0);
        return attempts.stream()
                .filter(found -> found.errors() == fewest)
                .map(found -> fix(found.steps()))
                .toList();
    }

    /** What helped, and how many errors it leaves. */
    private record Attempt(List<Remedy> steps, GraphDocument result, int errors) {}

    private Optional<Attempt> attempt(Finding finding, Remedy first) {
        List<Remedy> steps = new ArrayList<>();
        Optional<Attempt> allowed = Optional.empty();
        GraphDocument document = before.document();
        Remedy next = first;
        while (true) {
            steps.add(next);
            document = next.edit().apply(document);
            Survey after = before.after(document);
            if (finding.severity() == Problem.Severity.ADVICE && !keepsPeace(after.withAdvice())) {
                return Optional.empty();
            }
            budget -= after.size();
            if (after.has(finding)) {
                return allowed;
            }
            List<Finding> errors = after.errors();
            List<Finding> fresh =
                    errors.stream().filter(error -> !before.has(error)).toList();
            boolean better =
                    errors.size() <= errorCount && fresh.stream().allMatch(error -> knownErrors.contains(error.key()));
            if (better && (allowed.isEmpty() || errors.size() < allowed.get().errors())) {
                allowed = Optional.of(new Attempt(List.copyOf(steps), document, errors.size()));
            }
            boolean goOn = !fresh.isEmpty() && steps.size() < MAX_STEPS && budget > 0;
            List<Remedy> more = goOn ? Remedies.of(after, fresh.get(0)) : List.of();
            if (more.isEmpty()) {
                return allowed;
            }
            next = more.get(0);
        }
    }

    /** What follows advice may bring nothing new: no error, no warning, no other advice. */
    private boolean keepsPeace(Survey after) {
        return after.findings().stream().allMatch(before::has);
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

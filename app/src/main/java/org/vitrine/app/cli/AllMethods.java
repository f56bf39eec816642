package org.vitrine.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.RequestRefusedException;
import org.vitrine.runs.session.SessionClient;

/** Has a session explain the same by one method after the other. */
final class AllMethods {
    /** Stands for all methods on the command line. */
    static final String NAME = "all";

    private AllMethods() {}

    /**
     * What came of a method.
     *
     * @param answer null if it was refused
     * @param why it was refused; else empty
     */
    record Outcome(String method, @Nullable AttributionDone answer, String why) {}

    /** Those of the given options that a method has. */
    static Map<String, String> optionsOf(AttributionMethod method, Map<String, String> given) {
        Map<String, String> own = new HashMap<>(given);
        own.keySet().retainAll(names(method));
        return own;
    }

    /** Options that no method has. */
    static List<String> unknown(Map<String, String> given) {
        return given.keySet().stream()
                .filter(name -> AttributionMethods.all().stream()
                        .noneMatch(method -> names(method).contains(name)))
                .sorted()
                .toList();
    }

    private static List<String> names(AttributionMethod method) {
        return method.options().stream().map(MethodOption::name).toList();
    }

    /**
     * Asks.
     *
     * @param begun told of each method before it is asked
     */
    static CompletableFuture<List<Outcome>> ask(
            SessionClient session, Function<AttributionMethod, AttributionRequest> request, Consumer<String> begun) {
        return session.ready().thenCompose(ready -> {
            CompletableFuture<List<Outcome>> outcomes = CompletableFuture.completedFuture(new ArrayList<>());
            for (AttributionMethod method : AttributionMethods.all()) {
                outcomes = outcomes.thenCompose(before -> {
                    String why = ready.refused().getOrDefault(method.id(), "");
                    if (!why.isEmpty()) {
                        before.add(new Outcome(method.id(), null, why));
                        return CompletableFuture.completedFuture(before);
                    }
                    begun.accept(method.id());
                    return session.attribute(request.apply(method)).handle((answer, failure) -> {
                        before.add(new Outcome(method.id(), answer, failure == null ? "" : refused(failure)));
                        return before;
                    });
                });
            }
            return outcomes;
        });
    }

    /** What a refusal says; other failures end everything. */
    private static String refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RequestRefusedException) {
            return String.valueOf(cause.getMessage());
        }
        throw new CompletionException(cause);
    }
}

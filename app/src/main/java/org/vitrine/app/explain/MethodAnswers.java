package org.vitrine.app.explain;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Failures;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.session.AttributionRequest;

/** What each method says of what is chosen: quick ones are asked at once, a slow one while it is open. To be used on the FX thread. */
final class MethodAnswers {
    /**
     * What is asked.
     *
     * @param directory against which relevance files resolve
     * @param request to a method, by its id, about what is chosen when it is asked
     */
    record Question(Explainer model, Path directory, Function<String, AttributionRequest> request) {}

    private final Background background;
    private final ObservableMap<String, MethodResult> results = FXCollections.observableMap(new LinkedHashMap<>());
    private final Map<String, CompletableFuture<?>> computing = new HashMap<>();
    private Optional<Question> question = Optional.empty();
    private List<String> methods = List.of();
    private String open = "";
    private int models;
    private int awaited;
    private boolean askAgain;

    MethodAnswers(Background background) {
        this.background = background;
    }

    /** By method id. */
    ObservableMap<String, MethodResult> results() {
        return results;
    }

    /** Another model is there, or none: nothing is awaited of the one before, and no method is open. */
    void begin() {
        stopAll();
        models++;
        question = Optional.empty();
        methods = List.of();
        open = "";
        awaited = 0;
        askAgain = false;
    }

    /** These methods can be asked. */
    void offer(List<String> newMethods) {
        methods = List.copyOf(newMethods);
    }

    /** Opens a method: a slow one is computed now, and whenever something else is chosen while it is open. */
    void open(String method) {
        open = method;
        if (results.get(method) instanceof MethodResult.Unasked) {
            compute(method);
        }
    }

    /** Gives up what is being computed on its own. */
    void stop(String method) {
        CompletableFuture<?> answer = computing.remove(method);
        if (answer != null) {
            answer.cancel(true);
            results.put(method, new MethodResult.Unasked());
        }
    }

    private void stopAll() {
        List.copyOf(computing.keySet()).forEach(this::stop);
    }

    /** Computes one method anew. */
    void compute(String method) {
        if (question.isEmpty() || !results.containsKey(method)) {
            return;
        }
        Question asked = question.get();
        stop(method);
        results.put(method, new MethodResult.Computing(0));
        CompletableFuture<AttributionDone> holder = new CompletableFuture<>();
        computing.put(method, holder);
        CompletableFuture<AttributionDone> answer = asked.model()
                .attribute(
                        asked.request().apply(method), share -> background.fx().execute(() -> {
                            if (computing.get(method) == holder) {
                                results.put(method, new MethodResult.Computing(share));
                            }
                        }));
        CompletableFuture<?> unusedEnd = holder.whenComplete((done, failure) -> answer.cancel(true));
        CompletableFuture<?> unusedAnswer = read(asked, answer)
                .whenComplete((result, failure) -> background.fx().execute(() -> {
                    if (computing.remove(method, holder)) {
                        results.put(method, result(result, failure));
                    }
                }));
    }

    /**
     * Asks all methods but slow ones that are not open; nothing if nothing is chosen. While answers are awaited nothing more is
     * asked: of the choices made meanwhile only the last counts, so that leafing through examples never floods the worker. What is
     * computed on its own is given up.
     */
    void ask(Optional<Question> newQuestion) {
        question = newQuestion;
        ask();
    }

    private void ask() {
        stopAll();
        // Answers about what was chosen before must not be shown.
        askAgain = awaited > 0;
        if (question.isEmpty()) {
            results.clear();
            return;
        }
        methods.forEach(method ->
                results.put(method, isSlow(method) ? new MethodResult.Unasked() : new MethodResult.Waiting()));
        if (askAgain) {
            return;
        }
        Question asked = question.get();
        int model = models;
        List<String> quick = methods.stream().filter(method -> !isSlow(method)).toList();
        awaited = quick.size();
        for (String method : quick) {
            CompletableFuture<?> unused = read(
                            asked, asked.model().attribute(asked.request().apply(method), share -> {}))
                    .whenComplete((result, failure) ->
                            background.fx().execute(() -> settle(model, method, result(result, failure))));
        }
        if (isSlow(open)) {
            compute(open);
        }
    }

    private static boolean isSlow(String method) {
        return AttributionMethods.byId(method)
                .filter(AttributionMethod::isExpensive)
                .isPresent();
    }

    private void settle(int model, String method, MethodResult result) {
        if (model != models) {
            return;
        }
        awaited--;
        if (!askAgain) {
            if (!computing.containsKey(method)) {
                results.put(method, result);
            }
        } else if (awaited == 0) {
            ask();
        }
    }

    private CompletableFuture<MethodResult> read(Question asked, CompletableFuture<AttributionDone> answer) {
        return answer.thenApplyAsync(done -> read(asked.directory(), done), background.workers());
    }

    private static MethodResult read(Path directory, AttributionDone answer) {
        try {
            return new MethodResult.Done(answer, Npy.read(directory.resolve(answer.relevanceFile())));
        } catch (DatasetException e) {
            return new MethodResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static MethodResult result(@Nullable MethodResult result, @Nullable Throwable failure) {
        return result != null ? result : new MethodResult.Failed(failure == null ? "" : Failures.message(failure));
    }
}

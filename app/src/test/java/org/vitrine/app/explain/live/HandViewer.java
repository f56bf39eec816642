package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/** Answers when the test says so. */
final class HandViewer implements Viewer {
    final List<NewInput> asked = new ArrayList<>();
    final List<String> methods = new ArrayList<>();
    final List<OptionalInt> targets = new ArrayList<>();
    final List<OptionalInt> places = new ArrayList<>();
    final List<CompletableFuture<Seen>> answers = new ArrayList<>();

    final CompletableFuture<SessionReady> ready = new CompletableFuture<>();

    @Override
    public CompletableFuture<SessionReady> ready() {
        return ready;
    }

    @Override
    public CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place) {
        asked.add(input);
        methods.add(method);
        targets.add(target);
        places.add(place);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }
}

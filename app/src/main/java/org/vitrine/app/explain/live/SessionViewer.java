package org.vitrine.app.explain.live;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.event.SessionEvent.Looked;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.session.SessionClient;

/** Asks the session worker that explains the model too; whoever opened the session closes it. */
public final class SessionViewer implements Viewer {
    private final SessionClient client;
    private final Path directory;
    private final ModelGraph graph;
    private final Executor workers;

    /**
     * About a run.
     *
     * @param directory of the run
     * @param graph flat
     */
    public SessionViewer(SessionClient client, Path directory, ModelGraph graph, Executor workers) {
        this.client = client;
        this.directory = directory;
        this.graph = graph;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<SessionReady> ready() {
        return CompletableFuture.supplyAsync(() -> client, workers).thenCompose(SessionClient::ready);
    }

    @Override
    public CompletableFuture<Seen> look(NewInput input, String method, OptionalInt target, OptionalInt place) {
        return CompletableFuture.supplyAsync(() -> client, workers)
                .thenCompose(live -> live.look(input, method, boxed(target), boxed(place)))
                .thenApplyAsync(this::read, workers);
    }

    private static @Nullable Integer boxed(OptionalInt chosen) {
        return chosen.isPresent() ? chosen.getAsInt() : null;
    }

    private Seen read(Looked answer) {
        try (Npz npz = Npz.open(directory.resolve(answer.file()))) {
            return Seen.of(answer, graph, npz.readAll());
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }
}

package org.vitrine.app.explain;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.vitrine.runs.event.RunEvent.AttributionDone;
import org.vitrine.runs.event.RunEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.SessionClient;

/** A session worker; starting its process and writing to its files happen off the calling thread. */
final class SessionExplainer implements Explainer {
    private final SessionClient client;
    private final Executor workers;

    SessionExplainer(SessionClient client, Executor workers) {
        this.client = client;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<List<String>> ready() {
        return started().thenCompose(live -> live.ready()).thenApply(SessionReady::featureLayers);
    }

    @Override
    public CompletableFuture<AttributionDone> attribute(AttributionRequest request) {
        return started().thenCompose(live -> live.attribute(request));
    }

    /** The client, on a thread that may block: the first question starts a process. */
    private CompletableFuture<SessionClient> started() {
        return CompletableFuture.supplyAsync(() -> client, workers);
    }

    @Override
    public void close() {
        workers.execute(client::close);
    }
}

package org.vitrine.app.evaluate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Asks the session worker of a run, which starts when it is first asked. */
public final class SessionLayerReader implements LayerReader {
    private final RunDirectory run;
    private final SessionClient session;

    public SessionLayerReader(RunDirectory run, SessionClient session) {
        this.run = run;
        this.session = session;
    }

    @Override
    public CompletableFuture<Values> read(String layer, int examples, DoubleConsumer progress) {
        CompletableFuture<SessionEvent.Activated> asked = session.activate(Part.TEST, layer, examples, progress);
        CompletableFuture<Values> values = asked.thenApplyAsync(this::values);
        CompletableFuture<?> unused = values.whenComplete((done, failure) -> {
            if (values.isCancelled()) {
                asked.cancel(true);
            }
        });
        return values;
    }

    private Values values(SessionEvent.Activated answer) {
        try {
            return new Values(Npy.read(run.path().resolve(answer.file())), answer.pooled());
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

package org.vitrine.app.explain.inside;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.session.SessionClient;

/** Asks the session worker that explains the model too; whoever opened the session closes it. */
public final class SessionInspector implements Inspector {
    private final SessionClient client;
    private final Path directory;
    private final ModelGraph graph;
    private final Executor workers;
    /** By file, read once for all examples. */
    private final Map<String, Map<String, Tensor>> weights = new ConcurrentHashMap<>();

    /**
     * About a run.
     *
     * @param directory of the run
     * @param graph flat
     */
    public SessionInspector(SessionClient client, Path directory, ModelGraph graph, Executor workers) {
        this.client = client;
        this.directory = directory;
        this.graph = graph;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<NetworkTrace> trace(int example) {
        return started()
                .thenCompose(live -> live.trace(Part.TEST, example))
                .thenApplyAsync(
                        answer -> NetworkTrace.of(
                                graph, read(answer.file()), weights.computeIfAbsent(answer.weights(), this::read)),
                        workers);
    }

    @Override
    public CompletableFuture<TriedStep> tryStep(int example) {
        return started()
                .thenCompose(live -> live.tryStep(Part.TEST, example, 1))
                .thenApplyAsync(
                        answer -> TriedStep.of(
                                answer.lossBefore(), answer.lossAfter(), answer.learningRate(), read(answer.file())),
                        workers);
    }

    private Map<String, Tensor> read(String file) {
        try (Npz npz = Npz.open(directory.resolve(file))) {
            return npz.readAll();
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }

    private CompletableFuture<SessionClient> started() {
        return CompletableFuture.supplyAsync(() -> client, workers);
    }
}

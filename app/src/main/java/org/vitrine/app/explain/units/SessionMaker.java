package org.vitrine.app.explain.units;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.shared.SessionQuestions;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.event.SessionEvent.Maximised;
import org.vitrine.runs.session.SessionClient;

/** Asks the session worker that explains the model too; whoever opened the session closes it. */
public final class SessionMaker implements Maker {
    private static final Logger LOG = LoggerFactory.getLogger(SessionMaker.class);

    private final SessionQuestions questions;
    private final Path directory;
    private final ModelGraph graph;
    private final Executor workers;

    /**
     * About a run.
     *
     * @param directory of the run
     * @param graph flat
     */
    public SessionMaker(SessionClient client, Path directory, ModelGraph graph, Executor workers) {
        this.questions = new SessionQuestions(client, workers);
        this.directory = directory;
        this.graph = graph;
        this.workers = workers;
    }

    @Override
    public ModelGraph graph() {
        return graph;
    }

    @Override
    public CompletableFuture<Made> make(WorkerCommand.Maximise question, Consumer<Emerging> emerging) {
        CompletableFuture<Maximised> asked =
                questions.ask(session -> session.maximise(question, news -> tell(news, emerging)));
        CompletableFuture<Made> made = asked.thenApplyAsync(answer -> read(directory, answer), workers);
        CompletableFuture<?> unused = made.whenComplete((done, failure) -> {
            if (made.isCancelled()) {
                asked.cancel(true);
            }
        });
        return made;
    }

    private void tell(SessionEvent.News news, Consumer<Emerging> emerging) {
        if (news instanceof SessionEvent.Progressed progressed) {
            emerging.accept(new Emerging(progressed.share(), Optional.empty()));
        } else if (news instanceof SessionEvent.Emerged emerged) {
            try {
                Tensor input = Npy.read(directory.resolve(emerged.file()));
                emerging.accept(new Emerging((double) emerged.step() / emerged.steps(), Optional.of(input)));
            } catch (DatasetException e) {
                // What comes next is written over it; the answer has all of them.
                LOG.debug("What emerges could not be read", e);
            }
        }
    }

    /** Reads the file of an answer. */
    public static Made read(Path directory, Maximised answer) {
        try (Npz npz = Npz.open(directory.resolve(answer.file()))) {
            Map<String, Tensor> arrays = npz.readAll();
            List<Tensor> frames = new ArrayList<>();
            List<Integer> at = new ArrayList<>();
            Tensor kept = arrays.get("frames");
            Tensor steps = arrays.get("at");
            if (kept != null && steps != null) {
                for (int i = 0; i < kept.rows(); i++) {
                    frames.add(kept.row(i));
                    at.add((int) steps.values()[i]);
                }
            }
            return new Made(
                    answer, array(arrays, "input"), array(arrays, "course").values(), frames, at);
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }

    private static Tensor array(Map<String, Tensor> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }
}

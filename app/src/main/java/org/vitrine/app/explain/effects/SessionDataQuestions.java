package org.vitrine.app.explain.effects;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.vitrine.app.shared.SessionQuestions;
import org.vitrine.datasets.Part;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent.Permuted;
import org.vitrine.runs.event.SessionEvent.Varied;
import org.vitrine.runs.session.SessionClient;

/** Asks the session worker that explains the model too; whoever opened the session closes it. */
public final class SessionDataQuestions implements DataQuestions {
    /** Of all permutations: what is seen twice is the same. */
    public static final long SEED = 42;

    private static final int POINTS = 20;
    /** To a side of a map of two columns: it takes as many answers as one column with their product. */
    private static final int POINTS_OF_TWO = 12;

    private final SessionQuestions questions;

    public SessionDataQuestions(SessionClient client, Executor workers) {
        questions = new SessionQuestions(client, workers);
    }

    @Override
    public CompletableFuture<Permuted> permute(
            String by, int parts, int examples, int repeats, DoubleConsumer progress) {
        return questions.ask(session -> session.ask(
                id -> new WorkerCommand.Permute(id, Part.TEST, by, parts, examples, repeats, SEED),
                Permuted.class,
                SessionClient.told(progress)));
    }

    @Override
    public CompletableFuture<Varied> vary(List<String> columns, int examples, DoubleConsumer progress) {
        int points = columns.size() == 1 ? POINTS : POINTS_OF_TWO;
        return questions.ask(session -> session.ask(
                id -> new WorkerCommand.Vary(id, Part.TEST, columns, examples, points),
                Varied.class,
                SessionClient.told(progress)));
    }
}

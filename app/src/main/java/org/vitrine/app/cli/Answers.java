package org.vitrine.app.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.vitrine.runs.RunException;
import org.vitrine.runs.session.RequestRefusedException;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Asks a trained run one question. */
final class Answers {
    private final Environment environment;

    Answers(Environment environment) {
        this.environment = environment;
    }

    /** Starts a session worker, asks, and ends it. */
    <A> A of(RunDirectory run, Function<SessionClient, CompletableFuture<A>> question)
            throws IOException, BadInputException {
        if (run.readState().lastCheckpoint().isEmpty()) {
            throw new BadInputException(CliTexts.format("explain.untrained", run.id()));
        }
        environment.console().say(CliTexts.get("explaining"));
        try (SessionClient session =
                new SessionClient(run, environment.launcher().get())) {
            return question.apply(session).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("The question was interrupted", "Try again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                throw new BadInputException(String.valueOf(refused.getMessage()), refused);
            }
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }
}

package org.vitrine.app.explain.card;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.session.AttributionRequest;

/** Judges explanations of one trained model. Methods return at once; cancelling what they return gives the question up. */
public interface Judge {

    /**
     * Completes with the whole card, or exceptionally with a message for the user.
     *
     * @param news told of lines and progress before that, on any thread
     */
    CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> news);

    /**
     * Completes with the summary over so many examples of the test part, or exceptionally with a message for the user.
     *
     * @param progress told of the share that is done, on any thread
     */
    CompletableFuture<JudgedMany> judgeMany(String method, int examples, DoubleConsumer progress);
}

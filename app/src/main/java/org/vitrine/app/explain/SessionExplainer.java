package org.vitrine.app.explain;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.vitrine.app.shared.SessionQuestions;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.SessionEvent.Attended;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.event.SessionEvent.PlacesTold;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;
import org.vitrine.runs.session.SessionClient;

/** A session worker. */
final class SessionExplainer implements Explainer {
    private final SessionQuestions questions;

    SessionExplainer(SessionClient client, Executor workers) {
        questions = new SessionQuestions(client, workers);
    }

    @Override
    public CompletableFuture<SessionReady> ready() {
        return questions.ask(SessionClient::ready);
    }

    @Override
    public CompletableFuture<AttributionDone> attribute(AttributionRequest request, DoubleConsumer progress) {
        return questions.ask(session -> session.attribute(request, progress));
    }

    @Override
    public CompletableFuture<PlacesTold> places(int example) {
        return questions.ask(session -> session.places(Part.TEST, example));
    }

    @Override
    public CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> news) {
        return questions.ask(session -> session.judge(request, news));
    }

    @Override
    public CompletableFuture<JudgedMany> judgeMany(String method, int examples, DoubleConsumer progress) {
        return questions.ask(session -> session.judgeMany(method, Part.TEST, examples, Map.of(), progress));
    }

    @Override
    public CompletableFuture<Attended> attend(int example) {
        return questions.ask(session -> session.attend(Part.TEST, example));
    }

    @Override
    public CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress) {
        return questions.ask(session -> session.nearest(request, progress));
    }

    @Override
    public CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress) {
        return questions.ask(session -> session.influence(request, progress));
    }

    @Override
    public void close() {
        questions.close();
    }
}

package org.vitrine.app.explain.card;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.session.AttributionRequest;

/** Answers when the test says so. */
final class HandJudge implements Judge {
    final List<AttributionRequest> asked = new ArrayList<>();
    final List<CompletableFuture<Judged>> answers = new ArrayList<>();
    final List<Consumer<News>> news = new ArrayList<>();
    final List<CompletableFuture<JudgedMany>> summaries = new ArrayList<>();
    DoubleConsumer progress = share -> {};

    @Override
    public CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> heard) {
        asked.add(request);
        news.add(heard);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    @Override
    public CompletableFuture<JudgedMany> judgeMany(String method, int examples, DoubleConsumer told) {
        progress = told;
        summaries.add(new CompletableFuture<>());
        return summaries.get(summaries.size() - 1);
    }
}

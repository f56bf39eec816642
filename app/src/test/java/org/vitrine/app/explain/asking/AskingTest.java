package org.vitrine.app.explain.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AskingTest {
    private final Asking<String> asking = new Asking<>(Runnable::run);
    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final List<DoubleConsumer> told = new ArrayList<>();

    private CompletableFuture<String> question(DoubleConsumer progress) {
        told.add(progress);
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    }

    @Test
    void anAnswerIsShownOnceItIsThere() {
        asking.ask(this::question);
        told.get(0).accept(0.5);
        told.get(0).accept(0.25);
        assertThat(asking.answer().get()).isEqualTo(new Answer.Computing<>(0.5));
        assertThat(asking.answer().get().done()).isEmpty();
        asked.get(0).complete("yes");
        assertThat(asking.answer().get().done()).contains("yes");
    }

    @Test
    void onlyTheLatestQuestionCounts() {
        asking.ask(this::question);
        asking.ask(this::question);
        assertThat(asked.get(0)).isCancelled();
        told.get(0).accept(0.9);
        assertThat(asking.answer().get()).isEqualTo(new Answer.Computing<>(0));
        asked.get(1).complete("second");
        assertThat(asking.answer().get()).isEqualTo(new Answer.Done<>("second"));
    }

    @Test
    void anAnswerThatCannotBeReadSaysWhy() {
        asking.ask(
                this::question,
                answer -> answer.thenApply(found -> {
                    throw new CompletionException(new IllegalStateException("the file is gone"));
                }));
        asked.get(0).complete("unread");
        assertThat(asking.answer().get()).isEqualTo(new Answer.Failed<>("the file is gone"));
    }

    @Test
    void theSameWordingIsAskedOnceUntilItIsGivenUp() {
        asking.askOnce("a", this::question, Function.identity());
        asking.askOnce("a", this::question, Function.identity());
        assertThat(asked).hasSize(1);
        asking.askOnce("b", this::question, Function.identity());
        assertThat(asked).hasSize(2);
        asking.clear();
        asking.askOnce("b", this::question, Function.identity());
        assertThat(asked).hasSize(3);
    }

    @Test
    void stoppingKeepsAnAnswerAndForgettingDoesNot() {
        asking.ask(this::question);
        asking.stop();
        assertThat(asked.get(0)).isCancelled();
        assertThat(asking.answer().get()).isEqualTo(new Answer.Nothing<>());
        asking.ask(this::question);
        asked.get(1).complete("kept");
        asking.stop();
        assertThat(asking.answer().get().done()).contains("kept");
        asking.clear();
        assertThat(asking.answer().get()).isEqualTo(new Answer.Nothing<>());
    }
}

package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NewestTest {
    private final List<Integer> asked = new ArrayList<>();
    private final List<CompletableFuture<String>> answers = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final Newest<Integer, String> newest = new Newest<>(
            question -> {
                asked.add(question);
                answers.add(new CompletableFuture<>());
                return answers.get(answers.size() - 1);
            },
            Runnable::run,
            (question, since, answer, failure) ->
                    taken.add(question + " since " + since + ": " + (failure == null ? answer : failure.getMessage())));

    @Test
    void onlyTheNewestOfThoseThatWaitedIsAsked() {
        newest.ask(1, 10);
        newest.ask(2, 20);
        newest.ask(3, 30);
        newest.ask(4, 40);
        assertThat(asked).containsExactly(1);
        answers.get(0).complete("one");
        assertThat(asked).containsExactly(1, 4);
        answers.get(1).complete("four");
        assertThat(asked).containsExactly(1, 4);
        assertThat(taken)
                .as("the second answer is the first to tell of 2")
                .containsExactly("1 since 10: one", "4 since 20: four");
        assertThat(newest.isAsked()).isFalse();
    }

    @Test
    void aFailureIsTakenAndTheNextQuestionAsked() {
        newest.ask(1, 10);
        newest.ask(2, 20);
        answers.get(0).completeExceptionally(new IllegalStateException("no"));
        assertThat(taken).containsExactly("1 since 10: no");
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void whatIsForgottenIsNeverTaken() {
        newest.ask(1, 10);
        newest.ask(2, 20);
        newest.forget();
        answers.get(0).complete("one");
        assertThat(taken).isEmpty();
        assertThat(asked).containsExactly(1);
        newest.ask(3, 30);
        answers.get(1).complete("three");
        assertThat(taken).containsExactly("3 since 30: three");
    }

    /** However changes and answers alternate: one question at a time, in order, and the last one is answered. */
    @Property(tries = 200)
    void theLastChangeIsAlwaysAnswered(@ForAll @Size(min = 1, max = 60) List<Boolean> changes) {
        asked.clear();
        answers.clear();
        taken.clear();
        Newest<Integer, String> fresh = newest;
        fresh.forget();
        int last = -1;
        int open = 0;
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) || last < 0) {
                last = i;
                fresh.ask(i, i);
            } else if (open < answers.size()) {
                answers.get(open++).complete("");
            }
            assertThat(answers.size() - open).isBetween(0, 1);
        }
        while (open < answers.size()) {
            answers.get(open++).complete("");
        }
        assertThat(asked).isSorted().endsWith(last);
        assertThat(taken).hasSameSizeAs(asked);
    }
}

package org.vitrine.app.explain.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.explain.write.WritingViewModel.State;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.session.GenerationRequest;

class WritingViewModelTest {
    private final WritingViewModel model = new WritingViewModel(new WritingViewModel.Pulse() {
        @Override
        public <T> Consumer<T> to(Consumer<List<T>> receiver) {
            return item -> receiver.accept(List.of(item));
        }
    });
    private final HandAuthor author = new HandAuthor();

    @BeforeEach
    void showAModel() {
        model.show("Austen", "It is", author);
    }

    private String written() {
        return String.join("", model.pieces().stream().map(Piece::text).toList());
    }

    private static TextSampled letters(String text, double probability) {
        List<String> tokens = text.codePoints().mapToObj(Character::toString).toList();
        return new TextSampled(
                "1", text, tokens, tokens.stream().map(token -> probability).toList());
    }

    @Test
    void aTextGrowsPieceByPieceUntilItsEnd() {
        model.write();
        assertThat(model.state().get()).isEqualTo(State.WAITING);
        author.readers.get(0).accept(letters(" a ", 0.4));
        assertThat(model.state().get()).isEqualTo(State.WRITING);
        assertThat(written()).isEqualTo(" a ");
        author.readers.get(0).accept(letters("truth", 0.02));
        assertThat(written()).isEqualTo(" a truth");
        assertThat(model.pieces().get(4)).isEqualTo(new Piece("r", 0.02));
        author.texts.get(0).complete(new TextGenerated("1", " a truth", 8, 2));
        assertThat(model.state().get()).isEqualTo(State.IDLE);
        assertThat(model.said().get()).contains("8 tokens").contains("4 a second");
    }

    @Test
    void theFormDecidesHowItIsWritten() {
        model.settings().set(Map.of("temperature", "0.7", "length", "12", "best", "5", "seed", "99"));
        model.prompt().set("We");
        model.write();
        assertThat(author.requests).containsExactly(new GenerationRequest("We", 12, 0.7, 5, 99));
    }

    @Test
    void numbersOutOfRangeAndNoNumbersAreRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("temperature", "2.5"),
                Map.of("temperature", "NaN"),
                Map.of("length", "0"),
                Map.of("seed", "x"))) {
            model.settings().set(wrong);
            model.write();
            assertThat(model.trouble().get()).contains("must be a number");
        }
        model.settings().set(Map.of());
        model.prompt().set("");
        model.write();
        assertThat(model.trouble().get()).contains("nothing to begin with");
        assertThat(author.requests).isEmpty();
    }

    @Test
    void stoppingKeepsWhatIsWrittenAndHearsNoMore() {
        model.write();
        author.readers.get(0).accept(letters(" a", 0.4));
        model.stop();
        assertThat(author.texts.get(0)).isCancelled();
        author.readers.get(0).accept(letters("bc", 0.4));
        assertThat(written()).isEqualTo(" a");
        assertThat(model.state().get()).isEqualTo(State.IDLE);
        assertThat(model.said().get()).contains("2");
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void writingAgainBeginsAnew() {
        model.write();
        author.readers.get(0).accept(letters(" a", 0.4));
        model.stop();
        model.prompt().set("She");
        model.write();
        author.readers.get(0).accept(letters("late", 0.4));
        author.readers.get(1).accept(letters(" w", 0.4));
        assertThat(model.begun().get()).isEqualTo("She");
        assertThat(written()).isEqualTo(" w");
    }

    @Test
    void wordsHaveSpacesBetweenThem() {
        model.write();
        author.readers
                .get(0)
                .accept(new TextSampled("1", " truth universally", List.of("truth", "universally"), List.of(0.1, 0.9)));
        assertThat(model.pieces()).containsExactly(new Piece(" truth", 0.1), new Piece(" universally", 0.9));
    }

    @Test
    void aRefusalIsShown() {
        model.write();
        author.texts.get(0).completeExceptionally(new RunException("The worker ended", "Ask again"));
        assertThat(model.state().get()).isEqualTo(State.IDLE);
        assertThat(model.trouble().get()).contains("The worker ended");
    }

    @Test
    void anotherModelLetsTheFirstGo() {
        model.write();
        HandAuthor other = new HandAuthor();
        model.show("Other", "Once", other);
        assertThat(author.closed).isTrue();
        assertThat(author.texts.get(0)).isCancelled();
        assertThat(model.pieces()).isEmpty();
        assertThat(model.said().get()).isEmpty();
        model.write();
        assertThat(other.requests).hasSize(1);
    }

    @Test
    void surprisesAreShadedMore() {
        assertThat(List.of(0.9, 0.5, 0.3, 0.1, 0.02, 0.001).stream()
                        .map(probability -> new Piece("a", probability).shade()))
                .containsExactly(0, 0, 1, 2, 3, 4);
    }
}

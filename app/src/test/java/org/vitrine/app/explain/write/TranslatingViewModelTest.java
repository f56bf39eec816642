package org.vitrine.app.explain.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.explain.write.TranslatingViewModel.Answer;
import org.vitrine.app.explain.write.TranslatingViewModel.Sample;
import org.vitrine.runs.event.SessionEvent.TextTranslated;
import org.vitrine.runs.session.RequestRefusedException;

class TranslatingViewModelTest {
    private static final Sample SAMPLE = new Sample("3 May 2020", "2020-05-03", "2020-05-08");

    private final TranslatingViewModel model = new TranslatingViewModel(Runnable::run);
    private final HandAuthor author = new HandAuthor();

    @BeforeEach
    void showAModel() {
        model.show("Dates", List.of(SAMPLE), author);
    }

    @Test
    void aChosenExampleIsAskedAboutAndComparedWithTheTruth() {
        assertThat(SAMPLE.right()).isFalse();
        model.choose(SAMPLE);
        assertThat(model.waiting().get()).isTrue();
        assertThat(author.sources).containsExactly("3 May 2020");
        author.translations.get(0).complete(new TextTranslated("1", "2020-05-08", 0.6, 0.1));
        assertThat(model.waiting().get()).isFalse();
        assertThat(model.answer().get())
                .contains(new Answer("3 May 2020", "2020-05-08", 0.6, Optional.of("2020-05-03")));
    }

    @Test
    void ownTextsHaveNoKnownTruth() {
        model.source().set("1.1.2001");
        model.translate();
        author.translations.get(0).complete(new TextTranslated("1", "2001-01-01", 0.9, 0.1));
        assertThat(model.answer().get().orElseThrow().expected()).isEmpty();
    }

    @Test
    void onlyTheLastQuestionCounts() {
        model.choose(SAMPLE);
        model.source().set("4 May 2020");
        model.translate();
        author.translations.get(0).complete(new TextTranslated("1", "old", 0.9, 0.1));
        assertThat(model.answer().get()).isEmpty();
        author.translations.get(1).complete(new TextTranslated("2", "new", 0.9, 0.1));
        assertThat(model.answer().get().orElseThrow().text()).isEqualTo("new");
    }

    @Test
    void refusalsAndEmptyTextsAreExplained() {
        model.translate();
        assertThat(model.trouble().get()).contains("nothing to translate");
        assertThat(author.sources).isEmpty();
        model.choose(SAMPLE);
        author.translations.get(0).completeExceptionally(new RequestRefusedException("The text has 99 tokens"));
        assertThat(model.trouble().get()).isEqualTo("The text has 99 tokens");
        assertThat(model.waiting().get()).isFalse();
    }

    @Test
    void aModelThatIsLetGoIsNotAsked() {
        model.choose(SAMPLE);
        model.close();
        author.translations.get(0).complete(new TextTranslated("1", "late", 0.9, 0.1));
        model.translate();
        assertThat(author.closed).isTrue();
        assertThat(model.answer().get()).isEmpty();
        assertThat(author.sources).hasSize(1);
    }
}

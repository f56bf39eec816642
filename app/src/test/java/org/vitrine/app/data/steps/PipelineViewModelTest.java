package org.vitrine.app.data.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

class PipelineViewModelTest {
    private final DatasetCatalogue catalogue = DatasetCatalogue.builtIn();
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private DataReference reference = DataReference.of("sentiment-sentences");
    private final PipelineViewModel model = new PipelineViewModel(look.getReadOnlyProperty(), (steps, done) -> {
        reference = reference.withSteps(steps);
        read();
    });

    private void read() {
        try {
            look.set(Optional.of(Look.at(catalogue, reference, look.get())));
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void show() {
        read();
    }

    private List<String> steps() {
        return model.rows().stream().map(row -> row.reference().step()).toList();
    }

    @Test
    void theProposedStepsAreShown() {
        assertThat(steps()).containsExactly("tokenise", "pad");
        assertThat(model.rows()).allMatch(PipelineViewModel.StepRow::works);
        assertThat(model.chosen().get()).isZero();
    }

    @Test
    void aStepThatDoesNotFitIsMarkedAndTheOnesBeforeItStillShow() {
        model.move(0, 1);
        assertThat(steps()).containsExactly("pad", "tokenise");
        assertThat(model.rows().get(0).works()).isFalse();
        assertThat(look.get().orElseThrow().problem()).contains("Step 1 (pad)", "tokenise texts first");
        assertThat(look.get().orElseThrow().dataset()).isEmpty();
        model.move(1, 0);
        assertThat(look.get().orElseThrow().dataset()).isPresent();
    }

    @Test
    void onlyStepsThatFitAreOfferedAndTheOthersSayWhyNot() {
        model.remove(1);
        assertThat(steps()).containsExactly("tokenise");
        Map<String, String> whyNot = model.offers().stream()
                .collect(
                        java.util.stream.Collectors.toMap(offer -> offer.step().id(), PipelineViewModel.Offer::whyNot));
        assertThat(whyNot).containsEntry("pad", "");
        assertThat(whyNot.get("encode")).contains("rows of a table");
        model.add("pad");
        assertThat(steps()).containsExactly("tokenise", "pad");
        assertThat(model.chosen().get()).isEqualTo(1);
    }

    @Test
    void anExampleIsShownBeforeAndAfterAStep() throws Exception {
        Look now = look.get().orElseThrow();
        PipelineViewModel.BeforeAfter first =
                PipelineViewModel.around(now, 0, 3, 1).orElseThrow();
        assertThat(first.before()).isInstanceOf(Shown.Writing.class);
        assertThat(first.after()).isInstanceOf(Shown.Pieces.class);
        PipelineViewModel.BeforeAfter second =
                PipelineViewModel.around(now, 1, 3, 1).orElseThrow();
        assertThat(((Shown.Pieces) second.after()).padding()).isPositive();
        assertThat(PipelineViewModel.around(now, 2, 3, 1)).isEmpty();
    }

    @Test
    void optionsOfAStepAreEdited() {
        model.setOptions(1, Map.of("length", "7"), true);
        assertThat(reference.steps().orElseThrow().get(1)).isEqualTo(new StepReference("pad", Map.of("length", "7")));
        assertThat(look.get()
                        .orElseThrow()
                        .dataset()
                        .orElseThrow()
                        .spec()
                        .input()
                        .text())
                .contains("7");
    }

    @Test
    void onlyStepsChangedMeansTheDataAreNotReadAgain() {
        Look before = look.get().orElseThrow();
        model.remove(1);
        assertThat(look.get().orElseThrow().raw()).isSameAs(before.raw());
    }
}

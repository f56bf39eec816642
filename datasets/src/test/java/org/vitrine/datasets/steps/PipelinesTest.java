package org.vitrine.datasets.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.prepare.BytePairs;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

class PipelinesTest {
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"digits", "sentiment-sentences", "penguins", "diabetes", "next-character", "token-order"})
    void aSavedPipelineGivesTheSameDataAndTakesNewInput(String id) throws DatasetException {
        DataReference reference = DataReference.of(id);
        Dataset fitted = CATALOGUE.load(reference);
        Pipeline saved = PipelineJson.parse(PipelineJson.text(fitted.pipeline()), "text");
        assertThat(saved).isEqualTo(fitted.pipeline());
        Dataset again = CATALOGUE.load(reference, saved);
        assertThat(again.fingerprint()).isEqualTo(fitted.fingerprint());
        assertThat(again.targetScales()).isEqualTo(fitted.targetScales());
        Value raw = CATALOGUE.raw(reference).stage().test().example(0).value();
        Examples prepared = saved.apply(Examples.of(List.of(Example.of(raw))));
        assertThat(prepared.example(0).numbers().tensor())
                .isEqualTo(fitted.test().example(0).inputs().row(0));
    }

    @Test
    void columnsAreNormalisedOnTheTrainingPartAndTellTheirRawNumbers() throws DatasetException {
        Dataset diabetes = CATALOGUE.load(DataReference.of("diabetes"));
        float[] train = all(diabetes, 2);
        assertThat(mean(train)).isCloseTo(0, within(1e-5));
        assertThat(mean(squares(train))).isCloseTo(1, within(1e-4));
        Value.Cells raw = (Value.Cells) CATALOGUE
                .raw(DataReference.of("diabetes"))
                .stage()
                .test()
                .example(3)
                .value();
        Presentation.Table table = (Presentation.Table) diabetes.presentation();
        float scaled = diabetes.test().example(3).inputs().values()[2];
        assertThat(table.scales().get(2).invert(scaled)).isCloseTo(raw.numbers()[2], within(1e-4));
        float target = diabetes.test().example(3).targets().values()[0];
        Example example =
                CATALOGUE.raw(DataReference.of("diabetes")).stage().test().example(3);
        assertThat(diabetes.targetScales().get(0).invert(target))
                .isCloseTo(example.target().values()[0], within(1e-3));
    }

    @Test
    void scalingTwiceStillTellsTheRawNumbers() throws DatasetException {
        StepReference unit = new StepReference("normalise", Map.of("to", "unit"));
        Dataset twice = CATALOGUE.load(DataReference.of("wine")
                .withSteps(List.of(StepReference.of("encode"), unit, StepReference.of("normalise"))));
        Value.Cells raw = (Value.Cells) CATALOGUE
                .raw(DataReference.of("wine"))
                .stage()
                .test()
                .example(0)
                .value();
        Presentation.Table table = (Presentation.Table) twice.presentation();
        float[] scaled = twice.test().example(0).inputs().values();
        for (int i = 0; i < scaled.length; i++) {
            assertThat(table.scales().get(i).invert(scaled[i])).isCloseTo(raw.numbers()[i], within(1e-2));
        }
    }

    @Test
    void aStepInTheWrongPlaceIsNamedWithTheReason() {
        assertFails("sentiment-sentences", List.of(StepReference.of("pad")))
                .hasMessageContaining("Step 1 (pad) does not fit here")
                .hasMessageContaining("tokenise texts first");
        assertFails("sentiment-sentences", List.of(StepReference.of("tokenise")))
                .hasMessageContaining("still words")
                .hasMessageContaining("a network takes numbers");
        assertFails("iris", List.of(StepReference.of("tokenice"))).hasMessageContaining("no step \"tokenice\"");
        assertFails("iris", List.of(StepReference.of("encode"), new StepReference("normalise", Map.of("to", "7"))))
                .hasMessageContaining("Step 2 (normalise): option \"to\" must be one of standard, unit");
        assertFails(
                        "next-character",
                        List.of(StepReference.of("tokenise"), new StepReference("pad", Map.of("length", "8"))))
                .hasMessageContaining("nothing to predict");
    }

    @Test
    void bytePairsJoinWhatStandsTogetherAndGiveTheTextBack() throws DatasetException {
        List<String> texts = List.of("low low low low low", "lower lower", "newest newest newest", "widest widest");
        BytePairs pairs = BytePairs.train(texts, 30, 2);
        assertThat(pairs.merges().get(0)).isEqualTo(new BytePairs.Merge("l", "o"));
        assertThat(pairs.tokens("low")).containsExactly("low");
        assertThat(String.join("", pairs.tokens("a lowest  wide"))).isEqualTo("a lowest wide");
        assertThat(pairs.tokens()).hasSizeLessThanOrEqualTo(28).doesNotHaveDuplicates();
    }

    @Test
    void bytePairsMakeShorterSequencesThanCharacters() throws DatasetException {
        StepReference pairs = new StepReference("tokenise", Map.of("into", "byte pairs", "vocabulary", "500"));
        RawDataset raw = CATALOGUE.raw(DataReference.of("sentiment-sentences"));
        Pipelines.FittedStages stages = Pipelines.fitted(raw, List.of(pairs));
        Value.Words words =
                (Value.Words) stages.stages().get(1).test().example(0).value();
        String text = ((Value.Text) raw.stage().test().example(0).value()).text();
        assertThat(String.join("", words.tokens())).isEqualTo(text.replaceAll("\\s+", " "));
        assertThat(words.tokens()).hasSizeLessThan(text.length() * 2 / 3);
        assertThat(((Tokenise.Fitted) stages.steps().get(0)).vocabulary().size())
                .isEqualTo(500);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            String id, List<StepReference> steps) {
        return assertThatThrownBy(() -> Pipelines.fit(CATALOGUE.raw(DataReference.of(id)), Optional.of(steps)))
                .isInstanceOf(DatasetException.class);
    }

    private static float[] all(Dataset dataset, int column) {
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < dataset.train().size(); i++) {
            values.add(dataset.train().example(i).inputs().values()[column]);
        }
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static float[] squares(float[] values) {
        float[] squares = values.clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= values[i];
        }
        return squares;
    }
}

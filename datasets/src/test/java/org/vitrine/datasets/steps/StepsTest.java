package org.vitrine.datasets.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** What holds for every step. */
class StepsTest {
    private static final StepTexts TEXTS = new StepTexts(Locale.ENGLISH);

    private static List<Stage> stages = List.of();

    @BeforeAll
    static void makeStages() throws DatasetException {
        stages = made();
    }

    static List<Step> steps() {
        return Steps.all();
    }

    /** A stage of each kind of content. */
    private static List<Stage> made() throws DatasetException {
        RawDataset sentences = DatasetCatalogue.builtIn().raw(DataReference.of("sentiment-sentences"));
        RawDataset penguins = DatasetCatalogue.builtIn().raw(DataReference.of("penguins"));
        RawDataset novel = DatasetCatalogue.builtIn().raw(DataReference.of("next-character"));
        Targets classes = Targets.classes(List.of("a", "b"));
        float[] wave = new float[4000];
        float[] colours = new float[3 * 30 * 32];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) Math.sin(i / 7.0);
        }
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i % 17 / 17f;
        }
        return List.of(
                sentences.stage(),
                penguins.stage(),
                Pipelines.fitted(
                                novel,
                                List.of(new StepReference("tokenise", Map.of("into", "characters", "least", "20"))))
                        .stages()
                        .get(1),
                Pipelines.fitted(sentences, List.of(StepReference.of("tokenise")))
                        .stages()
                        .get(1),
                stage(
                        new Content.Series(List.of("a", "b"), List.of(Scale.IDENTITY, new Scale(5, 2))),
                        Tensor.of(wave, 2, 2000),
                        Targets.NONE),
                stage(
                        new Content.Ready(new Sequence(1, 4000), new Presentation.Sound(8000)),
                        Tensor.of(wave, 1, 4000),
                        classes),
                stage(
                        new Content.Ready(new Image(3, 30, 32), new Presentation.Picture()),
                        Tensor.of(colours, 3, 30, 32),
                        classes),
                stage(
                        new Content.Ready(
                                new Flat(2),
                                new Presentation.Table(List.of("x", "y"), List.of(Scale.IDENTITY, Scale.IDENTITY))),
                        Tensor.of(new float[] {3, 4}, 2),
                        Targets.values(List.of("z"))));
    }

    private static Stage stage(Content content, Tensor tensor, Targets targets) {
        Tensor target = targets.target().isEmpty()
                ? Example.NO_TARGET
                : targets.scales().isEmpty() ? Tensor.of(new float[] {1}) : Tensor.of(new float[] {1.5f}, 1);
        Examples one = Examples.of(List.of(new Example(Value.Numbers.of(tensor), target)));
        return new Stage(content, targets, one, one, one);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepIsExplainedInWords(Step step) {
        assertThat(TEXTS.title(step.id())).isNotBlank();
        assertThat(TEXTS.help(step.id())).endsWith(".");
        for (DatasetOption option : step.options()) {
            assertThat(TEXTS.optionLabel(step.id(), option.name())).isNotBlank();
            assertThat(TEXTS.optionHelp(step.id(), option.name())).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepFitsSomewhereAndSaysWhyItDoesNotElsewhere(Step step) throws DatasetException {
        int fits = 0;
        for (Stage stage : stages) {
            if (step.misfit(stage.content(), stage.targets()).isEmpty()) {
                fits++;
            } else {
                assertThat(step.misfit(stage.content(), stage.targets()).get()).endsWith(".");
            }
        }
        assertThat(fits).isBetween(1, stages.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatAStepMakesIsWhatItSaysAndComesBackFromJson(Step step) throws DatasetException {
        for (Stage before : stages) {
            if (step.misfit(before.content(), before.targets()).isPresent()) {
                continue;
            }
            FittedStep fitted = step.fit(before, Options.of("The step", step.options(), Map.of()));
            assertThat(fitted).isInstanceOf(step.fittedType());
            Stage after = before.then(fitted);
            Pipeline pipeline = new Pipeline(before.content(), List.of(fitted));
            Pipeline read = PipelineJson.parse(PipelineJson.text(pipeline), "text");
            assertThat(read).isEqualTo(pipeline);
            assertThat(read.content()).isEqualTo(after.content());
            Examples one = before.test().choose(new int[] {0});
            Examples made = read.apply(one);
            assertThat(made.size()).isPositive();
            assertThat(made.example(0).value())
                    .isEqualTo(fitted.apply(before.content(), one).example(0).value());
            if (after.content() instanceof Content.Ready ready) {
                assertThat((long) made.example(0).numbers().tensor().size())
                        .isEqualTo(ready.shape().size());
                for (float value : made.example(0).numbers().tensor().values()) {
                    assertThat(Float.isFinite(value)).isTrue();
                }
            }
        }
    }

    @Test
    void noTwoStepsHaveOneName() {
        assertThat(Stream.of(Steps.all()).flatMap(List::stream).map(Step::id)).doesNotHaveDuplicates();
    }

    @Test
    void aRecordBecomesWindowsWhoseTargetsAreWhatFollows() throws DatasetException {
        float[] values = new float[60];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 30 ? i : 100 + i - 30;
        }
        RawDataset raw = new RawDataset(
                DatasetCatalogue.builtIn().byId("plane").descriptor(),
                stage(
                        new Content.Series(List.of("a", "b"), List.of(Scale.IDENTITY, Scale.IDENTITY)),
                        Tensor.of(values, 2, 30),
                        Targets.NONE),
                List.of(new StepReference(
                        "windows", Map.of("length", "5", "horizon", "2", "stride", "3", "target", "b"))));
        Dataset windows = Pipelines.fit(raw, java.util.Optional.empty());
        assertThat(windows.train().size()).isEqualTo(8);
        assertThat(windows.train().example(1).inputs().values())
                .containsExactly(3, 4, 5, 6, 7, 103, 104, 105, 106, 107);
        assertThat(windows.train().example(1).targets().values()).containsExactly(108, 109);
        assertThat(windows.targetNames()).containsExactly("b +1", "b +2");
        Dataset changes = Pipelines.fit(
                raw,
                java.util.Optional.of(List.of(
                        new StepReference("difference", Map.of("lag", "2")),
                        new StepReference("windows", Map.of("length", "5")))));
        assertThat(changes.train().example(3).inputs().values()).containsOnly(2f);
        assertThat(changes.targetNames()).containsExactly("a (change)");
    }
}

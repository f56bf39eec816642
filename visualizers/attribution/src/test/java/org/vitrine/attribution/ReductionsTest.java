package org.vitrine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.attribution.methods.gradients.Gradient;
import org.vitrine.attribution.methods.gradients.IntegratedGradients;
import org.vitrine.attribution.methods.gradients.SmoothGrad;
import org.vitrine.attribution.methods.maps.GradCam;
import org.vitrine.attribution.methods.surrogates.Lime;
import org.vitrine.datasets.Tensor;

class ReductionsTest {
    private static final AttributionMethod CONTRIBUTION = new IntegratedGradients();
    private static final AttributionMethod SENSITIVITY = new Gradient();

    @Test
    void contributionsAreAddedAndStaySigned() {
        Attribution colour = attribution(new float[] {1, -2, 3, -4, 5, -6}, 3, 1, 2);
        Attribution pixels = Reductions.perPlace(CONTRIBUTION, colour, null);
        assertThat(pixels.relevance()).isEqualTo(Tensor.of(new float[] {9, -12}, 1, 1, 2));
        assertThat(pixels.signed()).isTrue();
        assertThat(pixels.completenessGap()).isEqualTo(colour.completenessGap());
        Attribution tokens = Reductions.perPlace(
                CONTRIBUTION,
                attribution(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                Tensor.of(new float[] {1, 1, 0}, 1, 3));
        assertThat(tokens.relevance()).isEqualTo(Tensor.of(new float[] {5, 7, 0}, 3));
    }

    @Test
    void sensitivitiesGiveTheirSize() {
        Attribution pixels =
                Reductions.perPlace(SENSITIVITY, attribution(new float[] {1, -2, 3, 1, -5, 0}, 3, 1, 2), null);
        assertThat(pixels.relevance()).isEqualTo(Tensor.of(new float[] {5, 2}, 1, 1, 2));
        assertThat(pixels.signed()).isFalse();
        Attribution tokens = Reductions.perPlace(SENSITIVITY, attribution(new float[] {3, 0, -4, -2}, 2, 2), null);
        assertThat(tokens.relevance()).isEqualTo(Tensor.of(new float[] {5, 2}, 2));
        assertThat(tokens.signed()).isFalse();
    }

    @Test
    void singleValuesKeepTheirSign() {
        Attribution grey = Reductions.perPlace(SENSITIVITY, attribution(new float[] {1, -2}, 1, 1, 2), null);
        assertThat(grey.relevance()).isEqualTo(Tensor.of(new float[] {1, -2}, 1, 1, 2));
        assertThat(grey.signed()).isTrue();
        Attribution columns = attribution(new float[] {1, -2, 3}, 3);
        assertThat(Reductions.perPlace(SENSITIVITY, columns, null)).isEqualTo(columns);
    }

    @Test
    void aMaskOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Reductions.perPlace(CONTRIBUTION, attribution(new float[4], 2, 2), Tensor.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyMethodIsFoundByItsIdAndHasTexts() {
        AttributionTexts texts = new AttributionTexts(Locale.ENGLISH);
        assertThat(AttributionMethods.all().stream().map(AttributionMethod::id))
                .doesNotHaveDuplicates()
                .hasSize(17);
        for (AttributionMethod method : AttributionMethods.all()) {
            assertThat(AttributionMethods.byId(method.id())).contains(method);
            assertThat(List.of(
                            texts.title(method.id()),
                            texts.explanation(method.id()),
                            texts.caution(method.id()),
                            texts.reference(method.id())))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
        assertThat(AttributionMethods.byId("guess")).isEmpty();
    }

    @Test
    void optionsAreReadFromTextsAndChecked() {
        AttributionOptions options = AttributionOptions.DEFAULT
                .with(new IntegratedGradients(), Map.of("steps", "80"))
                .with(new SmoothGrad(), Map.of("noise", "0.3"));
        assertThat(options.values()).isEqualTo(Map.of("steps", "80", "noise", "0.3"));
        assertThatThrownBy(() -> AttributionOptions.DEFAULT.with(new IntegratedGradients(), Map.of("steps", "many")))
                .hasMessage("Attribution option \"steps\" must be a whole number, not \"many\".");
        assertThatThrownBy(() -> AttributionOptions.DEFAULT.with(new IntegratedGradients(), Map.of("steps", "0")))
                .hasMessageContaining("\"steps\" must be from 1 to 1000");
        assertThatThrownBy(() -> AttributionOptions.DEFAULT.with(new SmoothGrad(), Map.of("noise", "NaN")))
                .hasMessageContaining("noise");
        assertThatThrownBy(() -> AttributionOptions.DEFAULT.with(new GradCam(), Map.of("colour", "red")))
                .hasMessage("The method \"grad-cam\" has no option \"colour\". It has: layer.");
        assertThatThrownBy(() -> AttributionOptions.DEFAULT.with(new Lime(), Map.of("baseline", "grey")))
                .hasMessageContaining("one of zero, mean");
    }

    @Test
    void theUsualValuesOfAllOptionsAreAllowedAndHaveTexts() {
        AttributionTexts texts = new AttributionTexts(Locale.ENGLISH);
        for (AttributionMethod method : AttributionMethods.all()) {
            assertThat(texts.family(method.family())).isNotBlank();
            for (MethodOption option : method.options()) {
                option.check(option.usual());
                assertThat(texts.option(option)).isNotBlank();
                assertThat(texts.help(option)).isNotBlank();
                if (option instanceof MethodOption.Choice choice) {
                    assertThat(choice.choices()).allSatisfy(name -> assertThat(texts.choice(choice, name))
                            .isNotBlank());
                }
            }
        }
    }

    @Test
    void targetsAndBaselinesThatDoNotFitAreRefused() {
        AnalyticModel model = Models.linear(new double[3], 0);
        AttributionOptions wrong = AttributionOptions.DEFAULT.withBaseline(Tensor.zeros(4));
        for (AttributionMethod method : AttributionMethods.all()) {
            assertThatThrownBy(() -> method.attribute(model, Tensor.zeros(3), 1, AttributionOptions.DEFAULT))
                    .as(method.id())
                    .hasMessageContaining("There is no target 1");
            if (method.options().contains(Baselines.OPTION) && method.family() != MethodFamily.FEATURE_MAPS) {
                assertThatThrownBy(() -> method.attribute(model, Tensor.zeros(3), 0, wrong))
                        .as(method.id())
                        .hasMessageContaining("baseline");
            }
        }
    }

    private static Attribution attribution(float[] values, int... shape) {
        return new Attribution(new Tensor(shape, values), 1, true, OptionalDouble.of(0.1));
    }
}

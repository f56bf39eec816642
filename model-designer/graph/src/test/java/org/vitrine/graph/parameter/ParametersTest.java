package org.vitrine.graph.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Documents;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.TrainingSettings;

class ParametersTest {
    private static final Dense DENSE = new Dense(16, Activation.RELU);

    @Test
    void componentsComeInOrderWithTheirRanges() {
        assertThat(Parameters.of(DENSE)).extracting(Parameter::name).containsExactly("units", "activation");
        assertThat(Parameters.of(DENSE).get(0).range().orElseThrow().max()).isEqualTo(65536);
        assertThat(Parameters.of(DENSE).get(1).range()).isEmpty();
        assertThat(Parameters.find(DENSE, "rate")).isEmpty();
    }

    @Test
    void oneComponentChangesAtATime() {
        assertThat(Parameters.with(DENSE, "units", 8)).isEqualTo(new Dense(8, Activation.RELU));
        assertThat(Parameters.with(DENSE, "units", 8.0)).isEqualTo(new Dense(8, Activation.RELU));
        assertThat(Parameters.with(new Dropout(0.5), "rate", 0)).isEqualTo(new Dropout(0));
        assertThat(Parameters.with(TrainingSettings.DEFAULT, "seed", 7).seed()).isEqualTo(7);
        assertThat(Parameters.with(new SelfAttention(2, false, 0), "causal", true)
                        .causal())
                .isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        for (Object value : new Object[] {2.5, 3e9, "8", Activation.RELU, Double.NaN, true}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Parameters.with(DENSE, "units", value))
                    .withMessageContaining("units");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.with(DENSE, "unit", 8))
                .withMessage("Dense has no parameter 'unit'");
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.with("text", "units", 8));
    }

    @Test
    void allDefaultsAreInTheirRanges() {
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            assertThat(Parameters.of((Record) layer)).allMatch(Parameter::isInRange);
        }
        assertThat(Parameters.of(TrainingSettings.DEFAULT)).allMatch(Parameter::isInRange);
    }

    @Property
    void clampingEndsInTheRange(@ForAll("anyLayer") LayerSpec layer) {
        for (Parameter parameter : Parameters.of((Record) layer)) {
            parameter
                    .clamped()
                    .ifPresentOrElse(
                            value -> {
                                LayerSpec changed = Parameters.with(layer, parameter.name(), value);
                                Parameter after = Parameters.find((Record) changed, parameter.name())
                                        .orElseThrow();
                                assertThat(after.isInRange()).isTrue();
                                assertThat(parameter.isInRange()).isEqualTo(changed.equals(layer));
                            },
                            () -> assertThat(parameter.value()).isEqualTo(Double.NaN));
        }
    }

    @Provide
    Arbitrary<LayerSpec> anyLayer() {
        return Arbitraries.lazyOf(Documents::layers);
    }
}

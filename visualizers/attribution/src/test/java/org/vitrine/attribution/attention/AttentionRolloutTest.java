package org.vitrine.attribution.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class AttentionRolloutTest {

    @Test
    void stepsThatLookAtThemselvesStayWhereTheyAre() {
        Tensor identity = Tensor.of(new float[] {1, 0, 0, 1}, 1, 2, 2);
        assertThat(AttentionRollout.of(List.of(identity, identity, identity)))
                .isEqualTo(Tensor.of(new float[] {1, 0, 0, 1}, 2, 2));
    }

    @Test
    void twoLayersThatExchangeStepsAreKnown() {
        // Half stays, half goes across: after two layers half and half again, by (1/2, 1/2) squared.
        Tensor exchange = Tensor.of(new float[] {0, 1, 1, 0}, 1, 2, 2);
        assertThat(AttentionRollout.of(List.of(exchange)).values()).containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
        // The first step looks at the second alone, the second at itself: what stays halves with each layer.
        Tensor second = Tensor.of(new float[] {0, 1, 0, 1}, 1, 2, 2);
        assertThat(AttentionRollout.of(List.of(second, second, second)).values())
                .containsExactly(new float[] {0.125f, 0.875f, 0, 1}, within(1e-6f));
    }

    @Test
    void headsAreAveraged() {
        Tensor heads = Tensor.of(new float[] {1, 0, 0, 1, 0, 1, 1, 0}, 2, 2, 2);
        assertThat(AttentionRollout.mean(heads).values()).containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
    }

    @Property(tries = 50)
    void rowsStillSumToOne(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Tensor rolled = AttentionRollout.of(List.of(random(draw), random(draw), random(draw)));
        for (int i = 0; i < 5; i++) {
            double sum = 0;
            for (int k = 0; k < 5; k++) {
                sum += rolled.values()[i * 5 + k];
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    private static Tensor random(Draw draw) {
        Tensor weights = Tensor.zeros(3, 5, 5);
        for (int row = 0; row < 15; row++) {
            double sum = 0;
            double[] values = new double[5];
            for (int k = 0; k < 5; k++) {
                values[k] = Math.exp(draw.gaussian());
                sum += values[k];
            }
            for (int k = 0; k < 5; k++) {
                weights.values()[row * 5 + k] = (float) (values[k] / sum);
            }
        }
        return weights;
    }

    @Test
    void whereStepsLookAtOthersThereIsNoRollout() {
        assertThatThrownBy(() -> AttentionRollout.of(List.of(Tensor.zeros(1, 2, 3))))
                .hasMessageContaining("the same steps");
    }
}

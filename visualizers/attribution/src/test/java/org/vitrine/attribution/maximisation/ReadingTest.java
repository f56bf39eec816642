package org.vitrine.attribution.maximisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers read off layers. */
class ReadingTest {
    private static final UnitLayer MAPS = new UnitLayer("conv", "Convolution2D", 2, new int[] {2, 3}, false);
    private static final double[] ACTIVATION = {0, 0, 0, 0, 0, 0, 1, 9, 3, 4, 5, 8};

    @Test
    void aChannelIsReadAsItsMeanOrAtOnePlace() {
        assertThat(new Reading(MAPS, 1, Place.MEAN).of(ACTIVATION)).isCloseTo(5, within(1e-12));
        assertThat(new Reading(MAPS, 1, Place.CENTRE).of(ACTIVATION)).isEqualTo(5);
        assertThat(new Reading(MAPS, 1, Place.GREATEST).of(ACTIVATION)).isEqualTo(9);
        assertThat(new Reading(MAPS, 0, Place.GREATEST).of(ACTIVATION)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeAgreesWithDifferences(Place place) {
        Reading reading = new Reading(MAPS, 1, place);
        double[] slope = reading.slope(ACTIVATION);
        for (int i = 0; i < ACTIVATION.length; i++) {
            double[] up = ACTIVATION.clone();
            up[i] += 0.25;
            assertThat(slope[i]).isCloseTo((reading.of(up) - reading.of(ACTIVATION)) / 0.25, within(1e-12));
        }
    }

    @Test
    void paddingDoesNotCount() {
        UnitLayer steps = new UnitLayer("gru", "Gru", 1, new int[] {4}, false);
        double[] activation = {1, 2, 6, 9};
        float[] mask = {1, 1, 1, 0};

        assertThat(new Reading(steps, 0, Place.MEAN).of(activation, mask)).isCloseTo(3, within(1e-12));
        assertThat(new Reading(steps, 0, Place.GREATEST).of(activation, mask)).isEqualTo(6);
        assertThat(new Reading(steps, 0, Place.GREATEST).of(activation, new float[] {1, 0}))
                .as("a mask of other steps")
                .isEqualTo(9);
    }

    @Test
    void oneValueForTwoClassesCountsForOneAndAgainstTheOther() {
        UnitLayer binary = new UnitLayer("output", "BinaryOutput", 2, new int[0], true);

        assertThat(new Reading(binary, 1, Place.MEAN).of(new double[] {3})).isEqualTo(3);
        assertThat(new Reading(binary, 0, Place.MEAN).of(new double[] {3})).isEqualTo(-3);
        assertThat(new Reading(binary, 0, Place.MEAN).slope(new double[] {3})).containsExactly(-1);
    }

    @Test
    void aUnitThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Reading(MAPS, 2, Place.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The layer 'conv' has no unit 2; it has 2, counted from 0.");
    }
}

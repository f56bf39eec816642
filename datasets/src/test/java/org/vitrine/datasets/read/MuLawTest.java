package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MuLawTest {

    @Test
    void theEndsAreFullLevelAndTheMiddleIsNearSilence() {
        float[] levels = MuLaw.decode(all(), 0, 256);
        assertThat(levels[0]).isEqualTo(-1f);
        assertThat(levels[255]).isEqualTo(1f);
        assertThat(levels[128]).isBetween(0f, 1e-4f);
        assertThat(levels[127]).isEqualTo(-levels[128]);
    }

    @Test
    void compressingALevelGivesItsByteBack() {
        float[] levels = MuLaw.decode(all(), 0, 256);
        for (int code = 0; code < 256; code++) {
            double compressed = Math.signum(levels[code]) * Math.log1p(255 * Math.abs(levels[code])) / Math.log(256);
            assertThat((compressed + 1) / 2 * 255).isCloseTo(code, within(1e-3));
        }
    }

    @Test
    void aPartIsDecodedAlone() {
        assertThat(MuLaw.decode(all(), 200, 3))
                .containsExactly(java.util.Arrays.copyOfRange(MuLaw.decode(all(), 0, 256), 200, 203));
    }

    private static byte[] all() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}

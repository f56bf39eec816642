package org.vitrine.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class CpuFactsTest {

    private static String jar(String name) {
        return "lib" + File.separator + name;
    }

    @Test
    void tellsThreadsAndTheKindOfLibrary() {
        String path = jar("nd4j-native-1.0.0-M2.1.jar")
                + File.pathSeparator
                + jar("nd4j-native-1.0.0-M2.1-linux-x86_64-onednn-avx2.jar");
        assertThat(CpuFacts.name(path, 4)).isEqualTo("CPU, 4 threads, oneDNN, AVX2");
        assertThat(CpuFacts.name(jar("nd4j-native-1.0.0-M2.1-macosx-arm64.jar"), 1))
                .isEqualTo("CPU, 1 thread");
        assertThat(CpuFacts.name("", 2)).isEqualTo("CPU, 2 threads");
    }
}

package org.vitrine.runs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.vitrine.runs.ProcessIdentity;

class ProcessIdentityTest {
    private static final int LOOKS = 2_000;

    @RepeatedTest(40)
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsDeadStaysDead() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        assertThat(identity.isAlive()).isTrue();

        process.destroyForcibly();
        while (identity.isAlive()) {
            Thread.onSpinWait();
        }

        for (int look = 0; look < LOOKS && process.isAlive(); look++) {
            assertThat(identity.isAlive()).isFalse();
        }
        assertThat(identity.isAlive()).isFalse();
    }
}

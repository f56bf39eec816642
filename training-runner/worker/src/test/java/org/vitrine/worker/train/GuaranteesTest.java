package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.GuaranteesGiven;
import org.vitrine.runs.store.RunState;

class GuaranteesTest {
    private static final GuaranteesGiven STARTED = of(null, new Device.Cpu(), 2, "a");

    private static GuaranteesGiven of(@Nullable GuaranteesGiven before, Device device, int threads, String engine) {
        return Guarantees.of(Optional.ofNullable(before), device, threads, engine);
    }

    @Test
    void aProcessorIsExact() {
        assertThat(STARTED).isEqualTo(new GuaranteesGiven(true, true, 2, "a", ""));
        assertThat(of(STARTED, new Device.Cpu(), 2, "a")).isEqualTo(STARTED);
        assertThat(Guarantees.of(RunState.EMPTY, new Device.Cpu()).engine())
                .contains("Vitrine", "deeplearning4j=1.0.0-M2.1");
    }

    @Test
    void aGpuIsNot() {
        assertThat(of(null, new Device.Cuda(0), 2, "a").exactResume()).isFalse();
        assertThat(of(STARTED, new Device.Cuda(0), 2, "a").why()).contains("GPU");
    }

    @Test
    void otherThreadsOrMachinesBreakARunForGood() {
        GuaranteesGiven moved = of(STARTED, new Device.Cpu(), 2, "b");
        assertThat(moved.repeatable()).isFalse();
        assertThat(moved.why()).contains("\"a\"", "\"b\"");
        assertThat(of(moved, new Device.Cpu(), 2, "b").exactResume()).isFalse();
        assertThat(of(STARTED, new Device.Cpu(), 4, "a").why()).contains("2", "4 threads");
    }
}

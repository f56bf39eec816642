package org.vitrine.worker.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent;

class DeviceChoiceTest {

    @Test
    void theProcessorTakesThePlaceOfCudaWhereItsLibrariesAreMissing() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        DeviceChoice.settle(new Device.Cuda(1), events::add);

        assertThat(events).singleElement().isInstanceOfSatisfying(RunEvent.DeviceFellBack.class, fall -> {
            assertThat(fall.wished()).isEqualTo("cuda:1");
            assertThat(fall.used()).isEqualTo("cpu");
            assertThat(fall.reason()).isNotBlank();
        });
    }

    private final List<RunEvent> events = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();

    private Device settle(int major, int minor, boolean processorToo) throws RunException {
        CudaProbe probe = new CudaProbe(
                () -> new CudaProbeTest.FakeDriver(
                        11_060, List.of(new CudaDriver.CudaDevice("GPU", major, minor, 10L << 30))),
                true);
        return DeviceChoice.settle(
                new Device.Cuda(0),
                probe,
                processorToo,
                (index, memory) -> selected.add(index + " with " + (memory >> 30) + " GiB"),
                events::add);
    }

    @Test
    void aFittingDeviceIsSelectedWithALimitOnItsMemory() throws Exception {
        assertThat(settle(8, 6, false)).isEqualTo(new Device.Cuda(0));
        assertThat(selected).containsExactly("0 with 9 GiB");
        assertThat(events).isEmpty();
    }

    @Test
    void aDeviceThatIsTooNewIsNeverTouched() throws Exception {
        assertThat(settle(9, 0, true)).isEqualTo(new Device.Cpu());
        assertThat(selected).isEmpty();
        assertThat(events).singleElement().isInstanceOfSatisfying(RunEvent.DeviceFellBack.class, fall -> assertThat(
                        fall.reason())
                .contains("too new", "9.0"));
        assertThatThrownBy(() -> settle(12, 0, false))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("12.0")
                .hasMessageContaining("Train on the CPU");
    }

    @Test
    void theProcessorNeedsNoWords() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        DeviceChoice.settle(new Device.Cpu(), events::add);
        assertThat(events).isEmpty();
    }
}

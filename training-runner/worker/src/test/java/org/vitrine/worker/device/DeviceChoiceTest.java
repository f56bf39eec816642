package org.vitrine.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.Device;
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

    @Test
    void theProcessorNeedsNoWords() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        DeviceChoice.settle(new Device.Cpu(), events::add);
        assertThat(events).isEmpty();
    }
}

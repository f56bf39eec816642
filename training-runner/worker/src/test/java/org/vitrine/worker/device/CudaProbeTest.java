package org.vitrine.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.worker.device.CudaDriver.CudaDevice;
import org.vitrine.worker.device.CudaDriver.CudaException;

class CudaProbeTest {
    private static final long GIB = 1L << 30;

    record FakeDriver(int version, List<CudaDevice> devices) implements CudaDriver {
        @Override
        public int count() {
            return devices.size();
        }

        @Override
        public CudaDevice device(int index) {
            return devices.get(index);
        }
    }

    private static List<DeviceFound> probe(int version, boolean pack, CudaDevice... devices) {
        return new CudaProbe(() -> new FakeDriver(version, List.of(devices)), pack).probe();
    }

    @Test
    void fittingDevicesAreUsable() {
        List<DeviceFound> found = probe(
                11_060,
                true,
                new CudaDevice("Tesla K80", 3, 7, 12 * GIB),
                new CudaDevice("GeForce RTX 4090", 8, 9, 24 * GIB));

        assertThat(found).extracting(DeviceFound::device).containsExactly("cuda:0", "cuda:1");
        assertThat(found).allMatch(DeviceFound::usable);
        assertThat(found.get(1).name()).isEqualTo("GeForce RTX 4090, 24 GiB, compute capability 8.9");
    }

    @Test
    void newerDevicesAreRefusedBecauseThereIsNoCodeForThem() {
        assertThat(probe(12_040, true, new CudaDevice("H100", 9, 0, 80 * GIB)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.usable()).isFalse();
                    assertThat(found.whyNot()).contains("too new", "9.0", "3.7 to 8.9");
                });
        assertThat(probe(12_080, true, new CudaDevice("RTX 5090", 12, 0, 32 * GIB))
                        .get(0)
                        .whyNot())
                .contains("too new", "12.0");
    }

    @Test
    void olderDevicesAndDriversAreRefused() {
        assertThat(probe(11_060, true, new CudaDevice("GTX 680", 3, 0, 2 * GIB))
                        .get(0)
                        .whyNot())
                .contains("too old", "3.0", "3.7");
        assertThat(probe(10_020, true, new CudaDevice("GTX 1080", 6, 1, 8 * GIB))
                        .get(0)
                        .whyNot())
                .contains("driver is too old", "CUDA 10.2", "450.80");
    }

    @Test
    void aMissingPackIsToldLast() {
        assertThat(probe(11_060, false, new CudaDevice("GTX 1080", 6, 1, 8 * GIB))
                        .get(0)
                        .whyNot())
                .contains("CUDA pack is not installed");
    }

    @Test
    void noDriverAndNoDeviceAreTold() {
        List<DeviceFound> noDriver = new CudaProbe(
                        () -> {
                            throw new CudaException("no NVIDIA driver is installed");
                        },
                        true)
                .probe();
        assertThat(noDriver).singleElement().satisfies(found -> {
            assertThat(found.usable()).isFalse();
            assertThat(found.whyNot()).isEqualTo("no NVIDIA driver is installed");
        });
        assertThat(probe(11_060, true).get(0).whyNot()).contains("finds no device");
    }

    @Test
    void aWishedDeviceThatIsMissingHasAReason() {
        CudaProbe probe =
                new CudaProbe(() -> new FakeDriver(11_060, List.of(new CudaDevice("GTX 1080", 6, 1, 8 * GIB))), true);
        assertThat(probe.whyNot(new Device.Cuda(0))).isEmpty();
        assertThat(probe.whyNot(new Device.Cuda(3)).orElseThrow()).contains("no CUDA device 3");
    }

    @Test
    void theRealDriverAnswersOrSaysWhyNot() {
        assertThat(new CudaProbe(false).probe()).isNotEmpty().allSatisfy(found -> {
            assertThat(found.usable()).isFalse();
            assertThat(found.whyNot()).isNotBlank();
        });
    }
}

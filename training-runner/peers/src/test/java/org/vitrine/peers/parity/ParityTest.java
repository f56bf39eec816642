package org.vitrine.peers.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Tensor;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TensorFile;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {
    private static final double TOLERANCE = 1e-4;

    private final Map<ReferenceNet, Computed> ours = new LinkedHashMap<>();
    private final Map<ReferenceNet, Computed> pyTorch = new LinkedHashMap<>();
    private final List<ParityReport.Row> rows = new ArrayList<>();

    @BeforeAll
    void computeInBothEngines(@TempDir Path folder) throws Exception {
        for (ReferenceNet net : ReferenceNet.values()) {
            VitrineParity parity = VitrineParity.of(net);
            TensorFile.write(folder.resolve(net + ".weights"), parity.weights());
            ours.put(net, parity.computed());
        }
        Path log = folder.resolve("torch.log");
        Process torch = Jvm.plain().start(log, TorchParity.class, folder.toString());
        torch.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(torch.waitFor()).as(Files.readString(log)).isZero();
        for (ReferenceNet net : ReferenceNet.values()) {
            pyTorch.put(net, Computed.read(folder.resolve(net + ".torch")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithPyTorch(ReferenceNet net) {
        Computed mine = Objects.requireNonNull(ours.get(net));
        Computed theirs = Objects.requireNonNull(pyTorch.get(net));
        ParityReport.Row row = new ParityReport.Row(
                net,
                Distance.of("outputs", mine.outputs(), theirs.outputs()),
                Distance.of("loss", mine.loss(), theirs.loss()),
                Distance.of(mine.gradients(), theirs.gradients()),
                Distance.of(withoutKeyBiases(mine.trained()), withoutKeyBiases(theirs.trained())));
        rows.add(row);
        assertThat(List.of(row.outputs(), row.loss(), row.gradients(), row.trained()))
                .allSatisfy(distance ->
                        assertThat(distance.relative()).as(distance.where()).isLessThan(TOLERANCE));
    }

    /** Their gradient is zero but for rounding, which Adam blows up to full steps. */
    private static Map<String, Tensor> withoutKeyBiases(Map<String, Tensor> parameters) {
        Map<String, Tensor> others = new LinkedHashMap<>(parameters);
        parameters.forEach((name, value) -> {
            int size = value.size();
            if (name.endsWith(".qkv.bias")) {
                others.put(name, withoutRange(value, size / 3, size / 3 * 2));
            } else if (name.endsWith(".memory.bias")) {
                others.put(name, withoutRange(value, 0, size / 2));
            }
        });
        return others;
    }

    private static Tensor withoutRange(Tensor vector, int from, int to) {
        float[] values = vector.values().clone();
        Arrays.fill(values, from, to, 0);
        return new Tensor(vector.shape(), values);
    }

    @AfterAll
    void report() throws Exception {
        LoggerFactory.getLogger(ParityTest.class).info("{}", ParityReport.text(rows, TOLERANCE));
        String file = System.getProperty("vitrine.parity.report", "");
        if (rows.size() == ReferenceNet.values().length && !file.isEmpty()) {
            ParityReport.write(Path.of(file), rows, TOLERANCE);
        }
    }
}

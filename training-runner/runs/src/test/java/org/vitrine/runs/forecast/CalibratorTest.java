package org.vitrine.runs.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.CalibrationAdvanced;
import org.vitrine.runs.launch.FakeInstallation;
import org.vitrine.runs.testing.Documents;

/** Real processes that measure nothing but answer. */
class CalibratorTest {
    private static final Device CPU = new Device.Cpu();

    @TempDir
    Path folder;

    private Calibrator calibrator() {
        return new Calibrator(FakeInstallation.launcher(folder), new CalibrationCache(folder.resolve("cache")), 1);
    }

    @Test
    void whatWasMeasuredIsKnownUntilSomethingChangesThatCosts() throws Exception {
        GraphDocument document = Documents.titled("well");
        List<CalibrationAdvanced> progress = new ArrayList<>();
        assertThat(calibrator().known(document, CPU)).isEmpty();

        Calibrated found = calibrator().measure(document, CPU, progress::add);

        assertThat(found.parameters()).isEqualTo(100);
        assertThat(progress).containsExactly(new CalibrationAdvanced("steps", 0.5));
        assertThat(calibrator().known(document, CPU)).contains(found);
        TrainingSettings settings = document.training();
        assertThat(calibrator().known(document.withTitle("other").withTraining(with(settings, "epochs", 99)), CPU))
                .contains(found);
        assertThat(calibrator().known(document.withTraining(with(settings, "batchSize", 7)), CPU))
                .isEmpty();
        ModelGraph larger = new ModelGraph(List.of(new Node(new NodeId("in"), new Input())), List.of());
        assertThat(calibrator().known(document.withGraph(larger, document.layout()), CPU))
                .isEmpty();
        assertThat(calibrator().known(document, new Device.Cuda(0))).isEmpty();
    }

    private static TrainingSettings with(TrainingSettings settings, String parameter, int value) {
        return Parameters.with(settings, parameter, value);
    }

    @Test
    void aGraphThatCanNotBeTrainedTellsWhy() {
        assertThatThrownBy(() -> calibrator().measure(Documents.titled("wrong"), CPU, advanced -> {}))
                .isInstanceOf(RunException.class)
                .hasMessage("The graph has a cycle. Remove an edge.");
        assertThatThrownBy(() -> calibrator().measure(Documents.titled("silent"), CPU, advanced -> {}))
                .hasMessageContaining("ended without a word: last words");
    }

    @Test
    void anInterruptEndsTheWorker() throws Exception {
        CountDownLatch measuring = new CountDownLatch(1);
        FutureTask<Calibrated> task = new FutureTask<>(
                () -> calibrator().measure(Documents.titled("endless"), CPU, advanced -> measuring.countDown()));
        Thread thread = new Thread(task);
        Set<ProcessIdentity> others = processes();
        thread.start();
        assertThat(measuring.await(60, TimeUnit.SECONDS)).isTrue();
        Set<ProcessIdentity> workers = processes();
        workers.removeAll(others);
        assertThat(workers).isNotEmpty();
        thread.interrupt();
        assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(workers).noneMatch(ProcessIdentity::isAlive);
    }

    /** Workers of other tests may still be among them. */
    private static Set<ProcessIdentity> processes() {
        return ProcessHandle.current().descendants().map(ProcessIdentity::of).collect(Collectors.toSet());
    }

    @Test
    void aDamagedMeasurementIsMadeAgain() throws Exception {
        GraphDocument document = Documents.titled("well");
        calibrator().measure(document, CPU, advanced -> {});
        try (var files = Files.list(folder.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{");
        }
        assertThat(calibrator().known(document, CPU)).isEmpty();
    }
}

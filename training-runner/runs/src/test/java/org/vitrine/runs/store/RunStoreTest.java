package org.vitrine.runs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Runs;

class RunStoreTest {
    @TempDir
    Path folder;

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    @Test
    void aNewRunIsQueuedAndHoldsWhatWasAsked() throws IOException {
        GraphDocument document = Documents.titled("Größe of MNIST / LeNet!");
        RunDirectory run = store().create(document, new Device.Cuda(1));
        assertThat(run.id()).matches("\\d{8}-\\d{6}-gro-e-of-mnist-lenet-[0-9a-f]{4}");
        RunRecord record = run.readRecord();
        assertThat(record.title()).isEqualTo(document.title());
        assertThat(record.device()).isEqualTo(new Device.Cuda(1));
        assertThat(record.policy()).isEqualTo(ParentPolicy.KEEP_TRAINING);
        assertThat(record.dataset()).isEqualTo("iris");
        assertThat(run.readDocument()).isEqualTo(document);
        assertThat(run.readState().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(run.commandsFile()).isEmptyFile();
        assertThat(run.checkpoints()).isEmptyDirectory();
    }

    @Test
    void aRecordHoldsItsComponentsAndNothingElse() throws IOException {
        RunDirectory run = store().create(Documents.titled("a"), new Device.Cpu());
        run.writeRecord(run.readRecord().withParent(new ProcessIdentity(12, 34)));
        assertThat(new ObjectMapper().readTree(run.recordFile().toFile()).get("parent"))
                .hasToString("{\"pid\":12,\"start\":34}");
    }

    @Test
    void runsAreListedNewestFirst() throws IOException {
        RunStore store = store();
        RunDirectory first = store.create(Documents.titled("b"), new Device.Cpu());
        RunDirectory second = store.create(Documents.titled("a"), new Device.Cpu());
        assertThat(store.list()).extracting(RunEntry::id).containsExactly(second.id(), first.id());
        assertThat(store.queued()).extracting(RunEntry::id).containsExactly(first.id(), second.id());
    }

    @Test
    void theListFollowsWhatWorkersAdd() throws IOException {
        RunStore store = store();
        RunDirectory run = store.create(Documents.titled("a"), new Device.Cpu());
        assertThat(store.entry(run).state().status()).isEqualTo(RunStatus.QUEUED);
        Runs.write(run, Runs.worker(ProcessIdentity.current()), Runs.training(1));
        assertThat(store.entry(run).state().status()).isEqualTo(RunStatus.TRAINING);
    }

    @Test
    void damagedFoldersAreListedWithTheirProblem() throws IOException {
        RunStore store = store();
        RunDirectory good = store.create(Documents.titled("good"), new Device.Cpu());
        RunDirectory broken = store.create(Documents.titled("broken"), new Device.Cpu());
        Files.writeString(broken.recordFile(), "{\"id\": 12, \"created\": \"yester");
        Path empty = Files.createDirectory(store.root().resolve("20200101-000000-empty-0000"));
        Path strange = Files.createDirectory(store.root().resolve("x"));
        Files.writeString(strange.resolve("run.json"), "[]");
        Files.writeString(store.root().resolve("notes.txt"), "no run");
        Files.createDirectory(store.root().resolve(".new-half"));
        assertThat(store.list())
                .hasSize(4)
                .filteredOn(entry -> entry.problem().isPresent())
                .extracting(RunEntry::id)
                .containsExactlyInAnyOrder(
                        broken.id(),
                        empty.getFileName().toString(),
                        strange.getFileName().toString());
        assertThat(store.entry(good).problem()).isEmpty();
        assertThat(store.entry(broken).problem().orElseThrow())
                .hasMessageContaining(broken.recordFile().toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void aRootThatCanNotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        RunStore store = new RunStore(file.resolve("runs"));
        assertThatThrownBy(() -> store.create(Documents.titled("a"), new Device.Cpu()))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("The run could not be created")
                .hasMessageContaining(store.root().toString());
    }

    @Test
    void aRunThatCouldNotBeMadeLeavesNothingBehind() throws IOException {
        RunStore store = store();
        store.create(Documents.titled("a"), new Device.Cpu());
        try (FullDisk disk = FullDisk.mount(folder.resolve("small"))) {
            RunStore small = new RunStore(disk.path().resolve("runs"));
            RunDirectory run = small.create(Documents.titled("fits"), new Device.Cpu());
            disk.fill();
            assertThatThrownBy(() -> small.create(Documents.titled("too much"), new Device.Cpu()))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("Free some space");
            assertThatThrownBy(() -> run.writeDocument(Documents.titled("x".repeat(100_000))))
                    .hasMessageContaining("the disk is full");
            assertThat(small.list()).extracting(RunEntry::id).containsExactly(run.id());
            assertThat(run.readDocument()).isEqualTo(Documents.titled("fits"));
            assertThat(run.readRecord().title()).isEqualTo("fits");
        }
    }

    @Test
    void aLiveRunIsNotDeleted() throws IOException {
        RunStore store = store();
        RunDirectory run = store.create(Documents.titled("a"), new Device.Cpu());
        Runs.write(run, Runs.worker(ProcessIdentity.current()));
        assertThatThrownBy(() -> store.delete(run)).hasMessageContaining("still training");
        assertThat(run.path()).exists();
        Runs.write(run, new RunEvent.TrainingStopped(0, 0));
        store.delete(run);
        assertThat(run.path()).doesNotExist();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aRunIsFoundByFolderIdBeginningOrLatest() throws IOException {
        RunStore store = store();
        RunDirectory first = store.create(Documents.titled("alpha"), new Device.Cpu());
        RunDirectory second = store.create(Documents.titled("beta"), new Device.Cpu());
        assertThat(store.find(first.path().toString())).isEqualTo(first);
        assertThat(store.find(first.id())).isEqualTo(first);
        assertThat(store.find(second.id().substring(0, second.id().length() - 3)))
                .isEqualTo(second);
        assertThat(store.find("latest")).isEqualTo(second);
        assertThatThrownBy(() -> store.find("2")).hasMessageContaining("fits 2 runs");
        assertThatThrownBy(() -> store.find("zzz")).hasMessageContaining("no run 'zzz'");
        assertThatThrownBy(() -> store.find("\0")).isInstanceOf(RunException.class);
    }

    @Test
    void latestOfNoRunsIsExplained() {
        assertThatThrownBy(() -> store().find("latest")).hasMessageContaining("There is no run 'latest'");
    }

    @Test
    void onlyOneActsAtATime() throws Exception {
        RunStore store = store();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread holder = new Thread(() -> {
            try {
                store.exclusively(() -> {
                    inside.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                done.set(true);
            } catch (RunException e) {
                throw new AssertionError(e);
            }
        });
        holder.start();
        inside.await();
        List<String> acted = new ArrayList<>();
        assertThat(store().tryExclusively(() -> acted.add("too early"))).isFalse();
        release.countDown();
        store().exclusively(() -> acted.add("in turn"));
        holder.join();
        assertThat(acted).containsExactly("in turn");
        assertThat(done).isTrue();
    }

    @Test
    void evaluationsOfOtherHeadsSurviveAndOlderFilesAreUnderstood() throws IOException {
        RunDirectory run = store().create(Documents.titled("a"), new Device.Cpu());
        Box box = new Box(1, 0.5, 0.25, 0.125, 0.5, 1);
        TestEvaluation evaluation = TestEvaluation.of(
                        TestEvaluation.Kind.BOXES, 2, List.of("disc", "star"), Map.of("averagePrecision", 0.5))
                .withBoxes(
                        new double[] {Double.NaN, 0.5}, List.of(new TestEvaluation.FoundBoxes(List.of(box), List.of())))
                .withRows(List.of(new TestEvaluation.LabelRow(new int[] {2}, new int[] {1}, new int[0])));
        run.writeEvaluation(evaluation);
        assertThat(run.readEvaluation().orElseThrow())
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(evaluation);

        Files.writeString(
                run.evaluationFile(),
                "{\"classes\":true,\"loss\":1,\"targetNames\":[\"a\"],\"actual\":[0],\"predicted\":[0],"
                        + "\"outputs\":[[1]],\"actualValues\":[]}");
        assertThat(run.readEvaluation().orElseThrow().classes()).isTrue();
    }

    @Test
    void evaluationsSurvive() throws IOException {
        RunDirectory run = store().create(Documents.titled("a"), new Device.Cpu());
        assertThat(run.readEvaluation()).isEmpty();
        TestEvaluation evaluation =
                TestEvaluation.ofClasses(0.25, List.of("no", "yes"), new int[] {0, 1}, new int[] {1, 1}, new float[][] {
                    {0.25f, Float.NaN}, {0.5f, 0.5f}
                });
        run.writeEvaluation(evaluation);
        assertThat(run.readEvaluation().orElseThrow())
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(evaluation);
    }

    @Test
    void sessionsGetFoldersOfTheirOwn() throws IOException {
        RunDirectory run = store().create(Documents.titled("a"), new Device.Cpu());
        SessionDirectory first = run.newSession();
        SessionDirectory second = run.newSession();
        assertThat(first.path()).isEqualTo(run.sessions().resolve("1"));
        assertThat(second.path()).isEqualTo(run.sessions().resolve("2"));
        assertThat(first.commandsFile()).isEmptyFile();
    }
}

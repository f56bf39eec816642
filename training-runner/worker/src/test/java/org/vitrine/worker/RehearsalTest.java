package org.vitrine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/** The class archive of a real worker on jars, as an installation has them. */
class RehearsalTest {
    private static final String CLASS_PATH = "vitrine.worker.classpath";

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void workersUseTheArchiveAndStartWithoutItWhenItIsDamaged() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        List<String> jars = new ArrayList<>();
        String all = target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("worker.classpath")).strip();
        for (String entry : all.split(File.pathSeparator, -1)) {
            jars.add(
                    Files.isDirectory(Path.of(entry))
                            ? jar(Path.of(entry), jars.size()).toString()
                            : entry);
        }
        String before = System.setProperty(CLASS_PATH, String.join(File.pathSeparator, jars));
        try {
            WorkerLauncher launcher = new WorkerLauncher(
                    WorkerInstallation.locate(), new WorkerSettings(1024, 1, 1), folder.resolve("native"));

            launcher.rehearse();

            Path archive = onlyFile(folder.resolve("native").resolve("classes"));
            assertThat(archive.getFileName().toString()).startsWith("worker-").endsWith(".jsa");
            assertIsMapped(archive, launcher);

            Files.delete(archive);
            Files.writeString(archive, "no archive at all");
            RunDirectory run = run(2);
            WorkerProcesses.awaitEnd(launcher.launch(new WorkerTask.Train(run, new Device.Cpu())));
            assertThat(run.readState().status()).isEqualTo(RunStatus.FINISHED);
        } finally {
            if (before == null) {
                System.clearProperty(CLASS_PATH);
            } else {
                System.setProperty(CLASS_PATH, before);
            }
        }
    }

    private void assertIsMapped(Path archive, WorkerLauncher launcher) throws Exception {
        RunDirectory run = run(100_000);
        ProcessIdentity worker = launcher.launch(new WorkerTask.Train(run, new Device.Cpu()));
        try {
            WorkerProcesses.await(run, state -> state.started().isPresent());
            assertThat(Path.of("/proc", Long.toString(worker.pid()), "maps"))
                    .content()
                    .contains(archive.toRealPath().toString());
        } finally {
            worker.handle().ifPresent(ProcessHandle::destroyForcibly);
            WorkerProcesses.awaitEnd(worker);
        }
    }

    private RunDirectory run(int epochs) throws IOException {
        return new RunStore(folder.resolve("runs"))
                .create(
                        new GraphDocument(
                                "flowers",
                                "",
                                DataReference.of("iris"),
                                Graphs.chain(new Input(), new ClassificationOutput()),
                                Map.of(),
                                Settings.adam(epochs, 16, 0.01)),
                        new Device.Cpu());
    }

    private static Path onlyFile(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes" + number + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}

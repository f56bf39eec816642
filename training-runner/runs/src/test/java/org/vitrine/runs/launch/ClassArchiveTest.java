package org.vitrine.runs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path folder;

    private ClassArchive archive() {
        return new ClassArchive(folder.resolve("archives"));
    }

    private Path jar(String name) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("lib")).resolve(name), name);
    }

    private String lib() {
        return folder.resolve("lib") + File.separator + "*";
    }

    @Test
    void aChangedJarNeedsAnotherArchive() throws Exception {
        Path jar = jar("a.jar");
        jar("b.jar");
        Path before = archive().file(lib()).orElseThrow();
        assertThat(archive().file(lib())).contains(before);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(12_345_678));

        assertThat(archive().file(lib()).orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void foldersOfClassesCanNotBeArchived() throws Exception {
        Path jar = jar("a.jar");
        assertThat(archive().file(jar + File.pathSeparator + folder)).isEmpty();
        assertThat(archive().file(folder.resolve("none") + File.separator + "*"))
                .isEmpty();
        assertThat(archive().options(folder.toString())).isEmpty();
    }

    @Test
    void onlyAnArchiveThatIsThereIsUsedAndOldOnesGo() throws Exception {
        jar("a.jar");
        assertThat(archive().options(lib())).isEmpty();
        Path archives = Files.createDirectories(folder.resolve("archives"));
        for (int i = 0; i < 4; i++) {
            Path old = Files.writeString(archives.resolve("worker-" + i + ".jsa"), "old");
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L * (i + 1)));
        }
        Path file = archive().file(lib()).orElseThrow();

        archive().adopt(Files.writeString(folder.resolve("made"), "new"), file);

        assertThat(archive().options(lib())).contains("-XX:SharedArchiveFile=" + file, "-Xshare:auto");
        assertThat(archives.toFile().list())
                .containsExactlyInAnyOrder(file.getFileName().toString(), "worker-3.jsa", "worker-2.jsa");
    }
}

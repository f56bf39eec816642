package org.vitrine.graph.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void writingReplacesTheWholeContent() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFiles.write(file, "the first and longer content".getBytes(UTF_8));
        AtomicFiles.write(file, "second".getBytes(UTF_8));
        assertThat(file).hasContent("second");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatPassesIsWholeToo() throws IOException {
        Path file = folder.resolve("answer.bin");
        AtomicFiles.writePassing(file, out -> out.write("first".getBytes(UTF_8)));
        assertThatThrownBy(() -> AtomicFiles.writePassing(file, out -> {
                    out.write(7);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("first");
    }

    @Test
    void aFailureHalfwayLeavesTheOldContentAndNoOtherFile() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFiles.write(file, "old".getBytes(UTF_8));
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFinishedFileTakesThePlaceOfTheOldOne() throws IOException {
        Path file = folder.resolve("a.bin");
        Path finished = folder.resolve("a.bin.part");
        Files.writeString(file, "old");
        Files.writeString(finished, "new");
        AtomicFiles.moveIntoPlace(finished, file);
        assertThat(file).hasContent("new");
        assertThat(finished).doesNotExist();
    }

    @Test
    void aMissingFolderIsReported() {
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("none").resolve("a.json"), new byte[1]))
                .isInstanceOf(IOException.class);
    }
}

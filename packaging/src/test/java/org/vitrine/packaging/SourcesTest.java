package org.vitrine.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that a compiler cannot know. */
class SourcesTest {

    private static final Path ROOT = Path.of("..");
    private static final int LONGEST = 400;

    @Test
    void noClassIsTooLongToReadInOneSitting() throws IOException {
        List<Path> files = javaFiles("src/main/java");
        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(tooLong)
                .as("files of more than %d lines; split them by responsibility", LONGEST)
                .isEmpty();
    }

    @Test
    void testsWaitForConditionsAndNeverSleep() throws IOException {
        // In two parts, so that this line does not find itself.
        String sleep = "Thread" + ".sleep(";
        List<Path> files = javaFiles("src/test/java");
        List<Path> sleepers = new ArrayList<>();
        for (Path file : files) {
            if (Files.readString(file).contains(sleep)) {
                sleepers.add(file);
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(sleepers)
                .as("tests that sleep; look for the condition again and again instead")
                .isEmpty();
    }

    private static List<Path> javaFiles(String under) throws IOException {
        Path part = Path.of(under);
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.normalize().toString().contains(part.toString()))
                    .toList();
        }
    }
}

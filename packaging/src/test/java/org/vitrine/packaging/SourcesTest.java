package org.vitrine.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that a compiler cannot know. */
class SourcesTest {

    private static final Path ROOT = Path.of("..");
    private static final int LONGEST = 400;

    @Test
    void noClassIsTooLongToReadInOneSitting() throws IOException {
        assertThat(javaFiles("src/main/java")).isNotEmpty().allSatisfy(file -> assertThat(Files.readAllLines(file))
                .as("lines of %s (split it by responsibility)", file)
                .hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void testsWaitForConditionsAndNeverSleep() throws IOException {
        // Split, so that this line does not find itself.
        String sleep = "Thread" + ".sleep(";
        assertThat(javaFiles("src/test/java")).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                .as("%s", file)
                .doesNotContain(sleep));
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

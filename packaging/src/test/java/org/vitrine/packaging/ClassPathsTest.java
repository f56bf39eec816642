package org.vitrine.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One process shows, another computes: neither may carry what belongs to the other. */
class ClassPathsTest {

    @Test
    void theWindowCarriesNoBackend() {
        // The class path of these tests is the window's and what the tests add.
        assertThat(names(System.getProperty("java.class.path")))
                .noneMatch(name -> name.matches("(nd4j|deeplearning4j|javacpp|openblas|cuda).*"));
        assertThatThrownBy(() -> Class.forName("org.nd4j.linalg.factory.Nd4j"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void theWorkerCarriesExactlyOneBackendAndNoWindow() {
        List<String> names = names(workerClassPath());

        assertThat(names)
                .filteredOn(name -> name.matches("nd4j-native-[0-9].*-(linux|macosx|windows)-.*\\.jar"))
                .hasSize(1);
        assertThat(names).noneMatch(name -> name.matches("(javafx|nd4j-cuda|cuda).*"));
        assertThat(names)
                .as("jars that bring the libraries of every system")
                .noneMatch(name -> name.matches("(nd4j|javacpp|openblas)-(.*-)?platform.*"));
    }

    @Test
    void everyPartOfTheWorkerClassPathExists() {
        assertThat(parts(workerClassPath())).allMatch(Files::exists);
    }

    private static String workerClassPath() {
        String classPath = System.getProperty("vitrine.worker.classpath");
        assertThat(classPath)
                .as("vitrine.worker.classpath, which the build sets")
                .isNotBlank();
        return classPath;
    }

    private static List<String> names(String classPath) {
        return parts(classPath).map(part -> part.getFileName().toString()).toList();
    }

    private static Stream<Path> parts(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of);
    }
}

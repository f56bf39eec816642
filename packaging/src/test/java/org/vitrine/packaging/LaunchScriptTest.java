package org.vitrine.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launch script in a small tree of its own, with a Java and a Maven that only say what they were asked to do. */
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {

    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in -v) echo 'Apache Maven 3.9.9 (x)'; exit 0 ;; esac
            echo '[INFO] Building Vitrine 0.1.0-SNAPSHOT   [1/3]'
            echo '[INFO] Building Vitrine: graph model 0.1.0-SNAPSHOT    [2/3]'
            echo '[INFO] Building Vitrine: packaging 0.1.0-SNAPSHOT      [3/3]'
            if [ -f broken ]; then echo '[ERROR] It does not compile'; exit 1; fi
            echo "$@" >>asked
            mkdir -p packaging/target/vitrine/lib/app
            touch packaging/target/vitrine/built
            """;

    @TempDir
    Path folder;

    private Path tree;
    private Path bin;
    private String display = "";

    record Outcome(int code, String out, String err) {}

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectories(folder.toRealPath().resolve("a tree"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Path.of("..", "vitrine"), tree.resolve("vitrine"));
        executable(tree.resolve("vitrine"));
        write(tree.resolve("app/src/main/java/Main.java"), "class Main {}");
        write(bin.resolve("mvn"), MAVEN);
        executable(bin.resolve("mvn"));
    }

    @Test
    void firstStartBuildsAndSaysWhichModule() throws Exception {
        Outcome first = vitrine(17);

        assertThat(first.err()).contains("building (1/2) graph model...", "building (2/2) packaging...");
        assertThat(first.code()).isZero();
        assertThat(Files.readString(tree.resolve("asked"))).contains("package").doesNotContain("-Pcuda");
    }

    @Test
    void startsAgainWithoutBuildingUntilASourceChanges() throws Exception {
        vitrine(17);
        Outcome second = vitrine(17);
        assertThat(second.err()).isEmpty();

        Files.setLastModifiedTime(
                tree.resolve("app/src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(vitrine(17).err()).contains("building (1/2)");
    }

    @Test
    void rebuildsTheCudaPackWhereThereIsOne() throws Exception {
        Files.createDirectories(tree.resolve("packaging/target/vitrine/lib/cuda"));

        vitrine(17);

        assertThat(Files.readString(tree.resolve("asked"))).contains("-Pcuda");
    }

    @Test
    void failedBuildShowsTheErrorAndNamesTheLog() throws Exception {
        write(tree.resolve("broken"), "");

        Outcome outcome = vitrine(17);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "It does not compile",
                        tree.resolve("packaging/target/build.log").toString());
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void handsArgumentsOverUnchangedAndTheExitCodeBack() throws Exception {
        Outcome outcome = vitrine(17, "train", "my project.vitrine", "*", "");

        assertThat(outcome.out().lines())
                .containsSequence("org.vitrine.app.Main", "train", "my project.vitrine", "*", "")
                .contains("-Dvitrine.home=" + tree.resolve("packaging/target/vitrine"))
                .contains(tree.resolve("packaging/target/vitrine/lib/app") + "/*");
        assertThat(vitrine(17, "exit-3").code()).isEqualTo(3);
    }

    @Test
    void worksThroughLinksAndFromADistribution() throws Exception {
        Files.createDirectories(tree.resolve("lib/app"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), tree.resolve("vitrine"));
        Path linkToLink = Files.createSymbolicLink(bin.resolve("relative link"), Path.of("..", "link"));

        Outcome outcome = run(linkToLink, 17, List.of());

        assertThat(link).isSymbolicLink();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).contains("-Dvitrine.home=" + tree);
    }

    @Test
    void opensWhatNewerJavaCloses() throws Exception {
        assertThat(vitrine(17).out()).doesNotContain("--enable-native-access");
        assertThat(vitrine(25).out()).contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe");
    }

    @Test
    void neverStartsOnAJavaThatIsTooOld() throws Exception {
        assertThat(vitrine(17).out()).contains("fake java 17");
        // It takes another Java of this machine instead, or says that there is none.
        assertThat(vitrine(11).out()).doesNotContain("fake java 11");
    }

    @Test
    void mapsTheClassesThatTheFirstWindowLeftUntilAJarChanges() throws Exception {
        display = ":9";
        assertThat(vitrine(17, "runs").out()).doesNotContain("-XX:ArchiveClassesAtExit", "-XX:SharedArchiveFile");
        assertThat(vitrine(17).out()).contains("-XX:ArchiveClassesAtExit=");
        Path classes = folder.resolve("home/.vitrine/classes");
        assertThat(classes).isDirectoryContaining("glob:**window-*.jsa").isDirectoryNotContaining("glob:**.jsa.*");

        assertThat(vitrine(17).out()).contains("-XX:SharedArchiveFile=").doesNotContain("-XX:ArchiveClassesAtExit");
        assertThat(vitrine(17, "runs").out()).contains("-XX:SharedArchiveFile=");

        Path jar = tree.resolve("packaging/target/vitrine/lib/app/new.jar");
        write(jar, "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(vitrine(17).out()).contains("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void keepsNoHalfArchive() throws Exception {
        display = ":9";

        assertThat(vitrine(17, "exit-3.vitrine").code()).isEqualTo(3);

        assertThat(folder.resolve("home/.vitrine/classes")).isEmptyDirectory();
    }

    private Outcome vitrine(int javaVersion, String... arguments) throws Exception {
        return run(tree.resolve("vitrine"), javaVersion, List.of(arguments));
    }

    private Outcome run(Path script, int javaVersion, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", fakeJava(javaVersion).toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("DISPLAY", display);
        builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the script ends").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path fakeJava(int version) throws IOException {
        Path home = folder.resolve("java" + version);
        String java = """
                #!/bin/sh
                for each; do
                    case "$each" in -XX:ArchiveClassesAtExit=*) echo classes >"${each#*=}" ;; esac
                    if [ "$each" = -version ]; then echo 'openjdk version "VERSION.0.1" 2025-01-01' >&2; exit 0; fi
                done
                echo 'fake java VERSION'
                printf '%s\\n' "$@"
                for last; do :; done
                case "$last" in exit-*) code=${last#exit-}; exit "${code%.vitrine}" ;; esac
                """.replace("VERSION", Integer.toString(version));
        write(home.resolve("bin/java"), java);
        executable(home.resolve("bin/java"));
        write(home.resolve("bin/javac"), java);
        executable(home.resolve("bin/javac"));
        return home;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

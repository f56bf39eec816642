package org.vitrine.runs.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives of loaded classes that a JVM maps instead of reading jars (JEP 350), one for each class path and Java version.
 * The JVM compares them with its class path itself and goes on without one that does not fit.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final int KEPT = 3;

    private final Path folder;

    ClassArchive(Path folder) {
        this.folder = folder;
    }

    /** Options for a JVM on this class path; none if there is no archive yet. */
    List<String> options(String classPath) {
        return file(classPath)
                .filter(Files::isReadable)
                .map(file -> List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off,cds+dynamic=off"))
                .orElse(List.of());
    }

    /** Where the archive for this class path belongs; empty if there can be none, since not all of it is jars. */
    Optional<Path> file(String classPath) {
        try {
            List<Path> jars = jars(classPath);
            if (jars.isEmpty()) {
                return Optional.empty();
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                String fact =
                        jar.toAbsolutePath() + "|" + Files.size(jar) + "|" + Files.getLastModifiedTime(jar) + "\n";
                digest.update(fact.getBytes(StandardCharsets.UTF_8));
            }
            String java = System.getProperty("java.vm.version") + "|" + System.getProperty("java.home");
            digest.update(java.getBytes(StandardCharsets.UTF_8));
            String key = HexFormat.of().formatHex(digest.digest(), 0, 12);
            return Optional.of(folder.resolve("worker-" + key + ".jsa"));
        } catch (IOException e) {
            LOG.debug("No class archive for {}", classPath, e);
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Empty if anything on the class path is no jar. */
    private static List<Path> jars(String classPath) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith(File.separator + "*")) {
                try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 2)))) {
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                }
            } else if (entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry))) {
                jars.add(Path.of(entry));
            } else {
                return List.of();
            }
        }
        return jars;
    }

    /** Puts a finished archive where {@link #options} finds it, and drops all but the last few. */
    void adopt(Path made, Path file) throws IOException {
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        List<Path> archives;
        try (Stream<Path> files = Files.list(folder)) {
            archives = new ArrayList<>(
                    files.filter(each -> each.toString().endsWith(".jsa")).toList());
        }
        archives.remove(file);
        archives.sort(Comparator.comparing(ClassArchive::age).reversed());
        for (Path old : archives.subList(Math.min(KEPT - 1, archives.size()), archives.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}

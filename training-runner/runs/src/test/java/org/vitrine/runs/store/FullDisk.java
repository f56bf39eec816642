package org.vitrine.runs.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of 256 KB; where this user may not mount one, the test is skipped. */
record FullDisk(Path path) implements AutoCloseable {

    static FullDisk mount(Path at) throws IOException {
        Files.createDirectories(at);
        Assumptions.assumeTrue(
                Files.exists(Path.of("/bin/mount"))
                        && call("mount", "-t", "tmpfs", "-o", "size=256k", "vitrine-test", at.toString()),
                "a small tmpfs can not be mounted here");
        return new FullDisk(at);
    }

    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(path.resolve("fill"))) {
            byte[] page = new byte[4096];
            for (int i = 0; i < 1024; i++) {
                out.write(page);
            }
            throw new AssertionError("The disk does not fill");
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        call("umount", "-l", path.toString());
    }

    private static boolean call(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

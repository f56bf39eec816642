package org.vitrine.peers.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.vitrine.peers.Jvm;

/** Numbers by name that a process of its own has measured. */
record Measured(Map<String, Double> values) {
    private static final String MARK = "@measured ";

    /** To be called by that process, with its output as it was at the start. */
    static void tell(PrintStream out, String name, double value) {
        out.println(MARK + name + " " + value);
    }

    /** Runs it to its end. */
    static Measured by(Jvm jvm, Path log, Class<?> main, String... arguments) throws IOException {
        Map<String, Double> values = new HashMap<>();
        Process process = jvm.start(log, main, arguments);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    String[] parts = line.substring(MARK.length()).split(" ");
                    values.put(parts[0], Double.parseDouble(parts[1]));
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(main.getSimpleName() + " ended with code " + code + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        return new Measured(values);
    }

    double get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}

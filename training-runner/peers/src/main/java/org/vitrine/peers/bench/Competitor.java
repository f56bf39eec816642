package org.vitrine.peers.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.peers.ReferenceNet;

/** An {@link EngineProcess}, seen from outside. */
final class Competitor implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    Competitor(EngineKind kind, ReferenceNet net, Path scratch) throws IOException {
        process = kind.jvm(scratch)
                .start(scratch.resolve(kind + "-" + net + ".log"), EngineProcess.class, kind.name(), net.name());
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Lets the engine train; nothing if it can not make the network. */
    Optional<Slice> train(double seconds) throws IOException {
        try {
            orders.write(String.format(Locale.ROOT, "%.3f%n", seconds));
            orders.flush();
        } catch (IOException e) {
            return ended();
        }
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            Optional<Slice> slice = Slice.parse(line);
            if (slice.isPresent()) {
                return slice;
            }
        }
        return ended();
    }

    private Optional<Slice> ended() throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("An engine ended with code " + code + "; see its log");
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

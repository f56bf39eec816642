package org.vitrine.peers.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * A turn of an engine.
 *
 * @param examples trained on
 * @param seconds by the clock
 * @param cpuSeconds of the processor, over all threads of the process
 */
public record Slice(long examples, double seconds, double cpuSeconds) {
    private static final String MARK = "@slice ";

    public double perSecond() {
        return examples / seconds;
    }

    public double perCpuSecond() {
        return examples / cpuSeconds;
    }

    String line() {
        return String.format(Locale.ROOT, "%s%d %.9f %.9f", MARK, examples, seconds, cpuSeconds);
    }

    /** Reads what {@link #line} wrote; nothing for other lines, which libraries print. */
    static Optional<Slice> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] parts = line.substring(MARK.length()).split(" ");
        return Optional.of(
                new Slice(Long.parseLong(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
    }
}

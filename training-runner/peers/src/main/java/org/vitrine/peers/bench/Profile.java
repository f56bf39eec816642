package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.peers.Jvm;
import org.vitrine.peers.ReferenceNet;

/** Where the time of our training steps goes. */
record Profile(List<ReferenceNet> nets) implements Section {
    private static final int LARGEST = 7;

    @Override
    public String measure(Path scratch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (ReferenceNet net : nets) {
            Measured shares = Measured.by(
                    Jvm.worker(scratch).with("-Dvitrine.threads=1"),
                    scratch.resolve("profile-" + net + ".log"),
                    ProfileProcess.class,
                    net.name());
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %s |%n",
                    net.title(),
                    work(shares, "products"),
                    work(shares, "primitives"),
                    work(shares, "loops"),
                    work(shares, "nd4j"),
                    work(shares, "rest"),
                    layers(shares)));
        }
        return String.format(Locale.ROOT, """
                ## Where the time goes

                Shares of a training step with one thread, in per cent, from samples of the stack. *Products* are matrix products
                (oneDNN, OpenBLAS), *primitives* oneDNN's convolution, pooling, softmax and normalisation, *loops* ours in Java,
                *ND4J* its native operations; the rest is calls, copies and waiting.

                | Network | Products | Primitives | Loops | ND4J | Rest | Largest passes |
                |---|---|---|---|---|---|---|
                %s""", rows);
    }

    private static String work(Measured shares, String kind) {
        return percent(shares.values().getOrDefault(ProfileProcess.WORK + kind, 0.0));
    }

    private static String layers(Measured shares) {
        return shares.values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ProfileProcess.LAYER))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(LARGEST)
                .map(entry -> entry.getKey().substring(ProfileProcess.LAYER.length()) + " " + percent(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }
}

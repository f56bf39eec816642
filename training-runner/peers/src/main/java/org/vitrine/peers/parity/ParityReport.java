package org.vitrine.peers.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrine.peers.ReferenceNet;

/** The table of docs/parity.md. */
public final class ParityReport {
    private ParityReport() {}

    /** One network's distances. */
    public record Row(ReferenceNet net, Distance outputs, Distance loss, Distance gradients, Distance trained) {

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | `%s` |%n",
                    net.title(),
                    cell(outputs),
                    cell(loss),
                    cell(gradients),
                    cell(trained),
                    trained.where());
        }

        private static String cell(Distance distance) {
            return String.format(Locale.ROOT, "%.1e (%.1e)", distance.relative(), distance.absolute());
        }
    }

    public static String text(List<Row> rows, double tolerance) {
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(row.text()));
        return String.format(Locale.ROOT, """
            # Parity with PyTorch

            The worker's engine and PyTorch 2.7.1 (through DJL 0.35.1, a process of its own) compute the same networks from the
            same weights and batches of %d examples in single precision. Weights, biases and gains are random. Here two threads
            share each batch of the Adam steps, as in a worker. No number may
            be larger than %.0e. Written by `mvn -Pparity verify` (CONTRIBUTING.md says how to run nothing else).

            | Network | Outputs | Loss | Gradients | Parameters after %d Adam steps | Farthest apart |
            |---|---|---|---|---|---|
            %s
            Each cell: the largest relative difference, and in brackets the largest absolute one. A relative difference is the
            largest difference within an array (a weight matrix, a bias, the outputs) divided by the largest magnitude in
            PyTorch's array, or by %.0e if that is smaller; the cell shows the worst array. The last column names the worst
            array of the steps.

            One thing is left out of the last comparison: biases of attention keys. Softmax does not see a number that is
            added to all scores of a query, so their gradient is zero but for rounding, and Adam divides rounding by rounding.
            Their gradients are compared like all others.

            Rounding can switch a ReLU on in one engine and off in the other, if its input is zero but for rounding; gradients
            then differ by what one step of one example adds to one unit. With the seeds used here, none does.
            """, Computed.EXAMPLES, tolerance, Computed.STEPS, table, Distance.FLOOR);
    }

    public static void write(Path file, List<Row> rows, double tolerance) throws IOException {
        Files.writeString(file, text(rows, tolerance));
    }
}

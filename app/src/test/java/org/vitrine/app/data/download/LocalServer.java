package org.vitrine.app.data.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.vitrine.datasets.download.Checksum;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;

/** A server on this machine with one file, and lists of data sets that are there. */
public final class LocalServer implements AutoCloseable {
    /** What the list says the file is. */
    public static final byte[] FILE = "All the world's a stage.".repeat(10_000).getBytes(UTF_8);

    private final HttpServer server;
    private volatile byte[] served = FILE;
    private volatile Runnable onRequest = () -> {};

    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            onRequest.run();
            try (exchange) {
                exchange.sendResponseHeaders(200, served.length);
                exchange.getResponseBody().write(served);
            }
        });
        server.start();
    }

    /** From now on another file of the same size is sent. */
    public byte[] change() {
        byte[] other = FILE.clone();
        other[7] = 'x';
        served = other;
        return other;
    }

    /** From now on the right file is sent. */
    public void mend() {
        served = FILE;
    }

    /** What happens when a request has come, before it is answered. */
    public void onRequest(Runnable action) {
        onRequest = action;
    }

    /** A data set with size and checksum. */
    public RemoteDataset known(String title, String licence) {
        return set(
                title,
                licence,
                OptionalLong.of(FILE.length),
                List.of(new Checksum(Checksum.Algorithm.SHA256, sha256(FILE))));
    }

    /** One that nobody knows the size or a checksum of. */
    public RemoteDataset unknown(String title) {
        return set(title, "CC0", OptionalLong.empty(), List.of());
    }

    public static RemoteCatalogue catalogue(RemoteDataset... sets) {
        return new RemoteCatalogue(List.of(sets));
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private RemoteDataset set(String title, String licence, OptionalLong bytes, List<Checksum> checksums) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/input.txt");
        RemoteFile file = new RemoteFile(title, "input.txt", url, bytes, checksums, "test", licence);
        return RemoteDataset.of(title, List.of(file));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

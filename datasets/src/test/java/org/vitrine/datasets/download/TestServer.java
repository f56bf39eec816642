package org.vitrine.datasets.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A web server on this machine that can break each rule of the protocol: a handler writes the bytes of each answer. */
public final class TestServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Handler handler;

    /** A request's path, and its headers by lower-case name. */
    public record Request(String path, Map<String, String> headers) {
        @Nullable
        String header(String name) {
            return headers.get(name);
        }

        /** Where the wanted part starts; 0 for the whole. */
        int start() {
            String range = headers.get("range");
            return range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
    }

    /** Writes an answer; the connection is closed when it returns. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Writes the answer to a request.
         *
         * @param number of this request, from 1
         */
        void answer(Request request, int number, OutputStream out) throws IOException, InterruptedException;
    }

    public TestServer(Handler handler) throws IOException {
        this.handler = handler;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** A good server: files by path, with ranges and an ETag. */
    public static TestServer of(Map<String, byte[]> files) throws IOException {
        return new TestServer((request, number, out) -> {
            byte[] file = files.get(request.path());
            if (file == null) {
                head(out, 404, "Content-Length", "0");
            } else {
                send(out, request, file, "\"v1\"", file.length);
            }
        });
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    /** What a good server sends, whole or in part, but no more than {@code most} bytes of it. */
    static void send(OutputStream out, Request request, byte[] file, String etag, int most) throws IOException {
        int start = request.start();
        String condition = request.header("if-range");
        if (start == 0 || (condition != null && !condition.equals(etag))) {
            head(out, 200, "Content-Length", "" + file.length, "ETag", etag);
            out.write(file, 0, Math.min(most, file.length));
        } else if (start >= file.length) {
            head(out, 416, "Content-Range", "bytes */" + file.length, "Content-Length", "0");
        } else {
            head(
                    out,
                    206,
                    "Content-Length",
                    "" + (file.length - start),
                    "Content-Range",
                    "bytes " + start + "-" + (file.length - 1) + "/" + file.length,
                    "ETag",
                    etag);
            out.write(file, start, Math.min(most, file.length - start));
        }
    }

    static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Text\r\nConnection: close\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // Closed: the test is over.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = in.readLine();
            if (first == null) {
                return;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String[] parts = line.split(": ?", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            Request request = new Request(first.split(" ")[1], headers);
            int number;
            synchronized (requests) {
                requests.add(request);
                number = requests.size();
            }
            OutputStream out = connection.getOutputStream();
            handler.answer(request, number, out);
            out.flush();
        } catch (IOException e) {
            // The client went away, as some tests want it to.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    /** Bytes that do not repeat. */
    static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

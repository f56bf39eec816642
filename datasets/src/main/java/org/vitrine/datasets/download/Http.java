package org.vitrine.datasets.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.vitrine.datasets.DatasetException;

/** Asks for files, follows redirects to safe addresses, and gives up on servers that fall silent. */
final class Http {
    private static final int MOST_REDIRECTS = 8;
    private static final long LOOK_MILLIS = 100;

    private final HttpClient client;
    private final DownloadPolicy policy;
    private final ProxySelector proxies;

    /** The head of an answer, and its content as it comes in. */
    record Answer(int status, HttpHeaders headers, Body body) implements AutoCloseable {
        /** The announced length of the content, or -1. */
        long length() {
            return headers.firstValueAsLong("Content-Length").orElse(-1);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    Http(DownloadPolicy policy, ProxySelector proxies) {
        this.policy = policy;
        this.proxies = proxies;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(policy.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .build();
    }

    /** Which proxy is asked for an address, in words; empty if none is. */
    String proxy(URI address) {
        return proxies.select(address).stream()
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst()
                .map(proxy -> " through the proxy " + proxy.getHostString() + ":" + proxy.getPort())
                .orElse("");
    }

    /**
     * Asks for a file.
     *
     * @throws DatasetException if the server redirects to where nobody should go
     * @throws IOException if there is no connection or no answer
     * @throws CancellationException if {@code cancelled} says so
     */
    Answer get(URI address, Map<String, String> headers, BooleanSupplier cancelled)
            throws IOException, DatasetException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = ask(at, headers, cancelled);
            String location = answer.headers().firstValue("Location").orElse("");
            if (!isRedirect(answer.status()) || location.isEmpty()) {
                return answer;
            }
            answer.close();
            at = redirected(address, at, location);
        }
        throw new DatasetException(address + " leads from one address to the next without end. Try again later.");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Only to https; what is on this machine may be redirected on this machine. */
    private static URI redirected(URI start, URI from, String location) throws DatasetException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(start + " redirects to \"" + location + "\", which is no address.", e);
        }
        boolean local = "http".equals(to.getScheme()) && Proxies.isLoopback(start) && Proxies.isLoopback(to);
        if (to.getHost() == null || !("https".equals(to.getScheme()) || local)) {
            throw new DatasetException(start + " redirects to " + to
                    + ", which is not encrypted. It was not followed: this network may show a log-in page of its own, or"
                    + " the publisher has moved the file.");
        }
        return to;
    }

    private Answer ask(URI uri, Map<String, String> headers, BooleanSupplier cancelled) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(policy.idle())
                .header("User-Agent", "Vitrine")
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> pending =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = await(pending, cancelled);
        Body body = new Body(policy.idle());
        response.body().subscribe(body);
        return new Answer(response.statusCode(), response.headers(), body);
    }

    /** Looks now and then whether the user has cancelled; the request has a time limit of its own. */
    private static <T> T await(CompletableFuture<T> pending, BooleanSupplier cancelled) throws IOException {
        try {
            while (!isDone(pending)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw new HttpTimeoutException("the server does not answer");
            }
            throw cause instanceof IOException io ? io : new IOException(String.valueOf(cause.getMessage()), cause);
        } finally {
            pending.cancel(true);
        }
    }

    /** Waits a moment. */
    private static boolean isDone(CompletableFuture<?> pending) throws InterruptedException, ExecutionException {
        try {
            pending.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}

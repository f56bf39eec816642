package org.vitrine.datasets.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies that the environment names ({@code https_proxy}, {@code http_proxy}, {@code no_proxy}), else those of the
 * desktop's settings. This machine itself is always reached directly.
 */
final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;
    private final ProxySelector system;

    Proxies(Map<String, String> environment, ProxySelector system) {
        this.environment = environment;
        this.system = system;
    }

    static Proxies ofSystem() {
        return new Proxies(System.getenv(), ProxySelector.getDefault());
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (isLoopback(uri) || isExcluded(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        String named = variable(uri.getScheme() + "_proxy");
        return named.isEmpty() ? system.select(uri) : List.of(proxy(named));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        LOG.warn("Proxy {} for {} does not answer", address, uri.getHost(), failure);
    }

    /** Whether an address is on this machine. */
    static boolean isLoopback(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private boolean isExcluded(String host) {
        for (String pattern : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String suffix = pattern.replaceFirst("^\\*?\\.", "");
            if (pattern.equals("*") || (!suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix)))) {
                return true;
            }
        }
        return false;
    }

    private static Proxy proxy(String named) {
        URI uri = URI.create(named.contains("://") ? named : "http://" + named);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The environment names a proxy that is no address: " + named);
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    }

    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        return lower.isBlank()
                ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
                : lower.strip();
    }
}

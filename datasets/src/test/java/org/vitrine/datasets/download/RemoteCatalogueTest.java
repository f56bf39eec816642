package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.unpack.ArchiveFormat;

class RemoteCatalogueTest {
    private final RemoteCatalogue catalogue = RemoteCatalogue.builtIn();

    @Test
    void theListHasAllSetsWithTheirFiles() throws DatasetException {
        assertThat(catalogue.datasets()).hasSize(24);
        assertThat(catalogue.datasets().stream()
                        .mapToInt(set -> set.files().size())
                        .sum())
                .isEqualTo(34);
        assertThat(catalogue.datasets()).extracting(RemoteDataset::id).doesNotHaveDuplicates();
        RemoteDataset mnist = catalogue.byName("MNIST");
        assertThat(mnist.files()).hasSize(4);
        assertThat(mnist.bytes()).hasValue(9912422 + 28881 + 1648877 + 4542);
        assertThat(mnist.licence()).isEqualTo("CC BY-SA 3.0 (Keras docs)");
        assertThat(mnist.files().get(0).checksums())
                .extracting(Checksum::algorithm)
                .containsExactly(Checksum.Algorithm.SHA256, Checksum.Algorithm.MD5);
        assertThat(catalogue.byName("ag-news").bytes()).isEmpty();
        assertThat(catalogue.byName("eng-fra pairs, frozen (D2L)").id()).isEqualTo("eng-fra-pairs-frozen-d2l");
    }

    @Test
    void filesHaveNamesThatTellWhatTheyAre() throws DatasetException {
        for (RemoteDataset set : catalogue.datasets()) {
            assertThat(set.files())
                    .extracting(RemoteFile::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.[a-z]+"));
        }
        assertThat(catalogue.byName("lfw").files().get(0).archive()).contains(ArchiveFormat.TAR_GZ);
        assertThat(catalogue.byName("tiny-shakespeare").files().get(0).archive())
                .isEmpty();
    }

    @Test
    void warningsAreSaidWhereTheyAreDue() {
        Map<String, String> warnings = catalogue.datasets().stream()
                .collect(Collectors.toMap(
                        RemoteDataset::id, set -> set.warnings().toString()));
        assertThat(warnings)
                .containsEntry("mnist", "[]")
                .containsEntry("fashion-mnist", "[NO_TLS]")
                .containsEntry("cifar-10", "[LICENCE_UNCLEAR]")
                .containsEntry("imdb", "[LICENCE_NOT_VERIFIED, LICENCE_UNCLEAR]")
                .containsEntry("ag-news", "[CHECKSUM_WEAK, LICENCE_NOT_VERIFIED, SIZE_UNKNOWN]")
                .containsEntry("mini-speech-commands", "[CHECKSUM_UNKNOWN, LICENCE_NOT_VERIFIED, SIZE_UNKNOWN]")
                .containsEntry("eng-fra-pairs", "[CHECKSUM_UNKNOWN, LICENCE_NOT_VERIFIED, MAY_CHANGE, SIZE_UNKNOWN]")
                .containsEntry(
                        "eng-fra-pairs-frozen-d2l", "[CHECKSUM_WEAK, NO_TLS, LICENCE_NOT_VERIFIED, SIZE_UNKNOWN]")
                .containsEntry("movielens-100k", "[NON_COMMERCIAL, NO_REDISTRIBUTION]")
                .containsEntry("movielens-latest-small", "[NON_COMMERCIAL, NO_REDISTRIBUTION, MAY_CHANGE]")
                .containsEntry("lfw", "[LICENCE_UNCLEAR]")
                .containsEntry("voc-2012-trainval", "[NO_TLS, LICENCE_NOT_VERIFIED, LARGE]");
    }

    @Test
    void eachSetAndEachWarningHasWords() {
        DownloadTexts texts = new DownloadTexts(Locale.ENGLISH);
        for (RemoteDataset set : catalogue.datasets()) {
            assertThat(texts.summary(set)).as(set.id()).endsWith(".");
        }
        for (RemoteWarning warning : RemoteWarning.values()) {
            assertThat(texts.warning(warning)).as("%s", warning).endsWith(".");
        }
        for (DownloadProgress.Stage stage : DownloadProgress.Stage.values()) {
            assertThat(texts.stage(stage)).as("%s", stage).isNotBlank();
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> catalogue.byName("imagenet"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("\"imagenet\"")
                .hasMessageContaining("mnist, fashion-mnist, kmnist");
    }

    @Test
    void proxiesComeFromTheEnvironmentAndThenFromTheSystem() {
        ProxySelector system = ProxySelector.of(InetSocketAddress.createUnresolved("desktop", 1));
        Proxies named = new Proxies(
                Map.of("https_proxy", "http://school:3128", "HTTP_PROXY", "other", "no_proxy", "intra.net,.direct.org"),
                system);
        assertThat(address(named, "https://a.org/x")).isEqualTo("school:3128");
        assertThat(address(named, "http://a.org/x")).isEqualTo("other:8080");
        assertThat(address(named, "https://www.intra.net/x")).isEqualTo("direct");
        assertThat(address(named, "https://direct.org/x")).isEqualTo("direct");
        assertThat(address(named, "http://127.0.0.1:80/x")).isEqualTo("direct");
        assertThat(address(named, "http://localhost/x")).isEqualTo("direct");
        Proxies none = new Proxies(Map.of(), system);
        assertThat(address(none, "https://a.org/x")).isEqualTo("desktop:1");
        assertThat(address(none, "https://[::1]/x")).isEqualTo("direct");
    }

    private static String address(Proxies proxies, String url) {
        Proxy proxy = proxies.select(URI.create(url)).get(0);
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }
}

package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.Checksum;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.DownloadTexts;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine data list}. */
@Command(name = "list")
final class DataListCommand implements Callable<Integer> {
    private final Environment environment;
    private final RemoteCatalogue catalogue;
    private final DownloadTexts texts = new DownloadTexts(Locale.getDefault());

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final CacheFolder folder = new CacheFolder();

    DataListCommand(Environment environment, RemoteCatalogue catalogue) {
        this.environment = environment;
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws BadInputException {
        DownloadCache cache = folder.cache();
        if (json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (RemoteDataset dataset : catalogue.datasets()) {
                list.add(json(dataset, state(cache, dataset)));
            }
            environment.console().result(list);
            return ExitCode.OK;
        }
        environment.console().result(line("name", "size", "here", "licence"));
        for (RemoteDataset dataset : catalogue.datasets()) {
            environment
                    .console()
                    .result(line(
                            dataset.id(),
                            texts.size(dataset),
                            CliTexts.get("data.state." + state(cache, dataset)),
                            dataset.licence()));
        }
        environment.console().say(CliTexts.format("data.list.end", cache.root()));
        return ExitCode.OK;
    }

    private static DownloadCache.State state(DownloadCache cache, RemoteDataset dataset) throws BadInputException {
        try {
            return cache.state(dataset);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(String name, String size, String here, String licence) {
        return String.format(Locale.ROOT, "%-27s %14s  %-6s  %s", name, size, here, licence);
    }

    private ObjectNode json(RemoteDataset dataset, DownloadCache.State state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", dataset.id()).put("title", dataset.title()).put("summary", texts.summary(dataset));
        dataset.bytes().ifPresent(bytes -> node.put("bytes", bytes));
        node.put("licence", dataset.licence()).put("state", state.name().toLowerCase(Locale.ROOT));
        dataset.warnings().forEach(warning -> node.withArray("warnings").add(warning.name()));
        for (RemoteFile file : dataset.files()) {
            ObjectNode one = node.withArray("files").addObject();
            one.put("name", file.name()).put("url", file.url().toString());
            file.bytes().ifPresent(bytes -> one.put("bytes", bytes));
            for (Checksum checksum : file.checksums()) {
                one.put(checksum.algorithm().name().toLowerCase(Locale.ROOT), checksum.hex());
            }
            one.put("checksumsFrom", file.verified());
        }
        return node;
    }
}

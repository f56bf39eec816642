package org.vitrine.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSources;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.DownloadResult;
import org.vitrine.datasets.download.DownloadTexts;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.Receipt;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine data download NAME}: Ctrl+C stops it, and the same command goes on. */
@Command(name = "download")
final class DataDownloadCommand implements Callable<Integer> {
    private final Environment environment;
    private final RemoteCatalogue catalogue;
    private final DownloadTexts texts = new DownloadTexts(Locale.getDefault());

    @Parameters(paramLabel = "NAME", descriptionKey = "data.name")
    private String name = "";

    @Option(names = "--accept-changed", descriptionKey = "data.acceptChanged")
    private boolean acceptChanged;

    @Mixin
    private final CacheFolder folder = new CacheFolder();

    DataDownloadCommand(Environment environment, RemoteCatalogue catalogue) {
        this.environment = environment;
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws BadInputException {
        RemoteDataset dataset;
        try {
            dataset = catalogue.byName(name);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        Console console = environment.console();
        console.say(CliTexts.format("data.about", dataset.title(), texts.summary(dataset), texts.size(dataset)));
        console.say(CliTexts.format("data.licence", dataset.licence()));
        texts.warnings(dataset).forEach(warning -> console.say(CliTexts.format("data.warning", warning)));
        try {
            return tell(dataset, download(dataset));
        } catch (DatasetException e) {
            console.say(CliTexts.format("error", String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    private DownloadResult download(RemoteDataset dataset) throws DatasetException {
        AtomicBoolean stopped = new AtomicBoolean();
        DownloadLines lines = new DownloadLines(environment.console(), texts, stopped::get);
        environment.interrupts().onInterrupt(() -> stopped.set(true));
        try {
            return new Downloader(folder.cache()).download(dataset, acceptChanged, lines);
        } finally {
            lines.end();
            environment.interrupts().onInterrupt(null);
        }
    }

    private int tell(RemoteDataset dataset, DownloadResult result) {
        Console console = environment.console();
        if (result instanceof DownloadResult.Stopped) {
            console.say(CliTexts.format("data.stopped", dataset.id()));
            return ExitCode.STOPPED;
        }
        if (result instanceof DownloadResult.Changed changed) {
            console.say(CliTexts.format(
                    "data.changed",
                    changed.file().url(),
                    changed.before().at(),
                    changed.before().sha256(),
                    changed.sha256(),
                    dataset.id()));
            return ExitCode.FAILED;
        }
        for (Receipt receipt : ((DownloadResult.Done) result).receipts()) {
            if (!receipt.checked()) {
                console.say(CliTexts.format("data.trusted", receipt.url(), receipt.sha256()));
            }
        }
        DownloadCache cache = folder.cache();
        String reader = DownloadedSources.readers(DownloadedSources.of(catalogue, cache))
                .getOrDefault(dataset.id(), "");
        console.say(reader.isEmpty() ? CliTexts.get("data.import") : CliTexts.format("data.reader", reader));
        if (folder.isOther()) {
            console.say(CliTexts.format("data.other", cache.root().toAbsolutePath()));
        }
        console.result(cache.folder(dataset).toAbsolutePath().toString());
        return ExitCode.OK;
    }
}

package org.vitrine.app.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteDataset;

/** With a server on this machine, everything on one thread. */
class DownloadViewModelTest {
    private final LocalServer server = new LocalServer();
    private final List<String> states = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();

    @TempDir
    Path folder;

    DownloadViewModelTest() throws IOException {}

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aDownloadIsQueuedRunsAndIsHere() {
        DownloadViewModel model = model(server.known("Tiny Shakespeare", "CC0"));
        DownloadItem item = follow(model);
        model.refresh();
        model.download(item, false);
        assertThat(states).startsWith("Absent", "Queued", "Running").endsWith("Here");
        assertThat(arrived).containsExactly("tiny-shakespeare");
        assertThat(model.reader(item)).contains("plays");
        assertThat(model.folder(item).resolve("input.txt")).hasBinaryContent(LocalServer.FILE);
    }

    @Test
    void theStateIsFoundAgainAndRemovedOnRequest() {
        RemoteDataset set = server.known("Tiny Shakespeare", "CC0");
        DownloadViewModel first = model(set);
        first.download(first.items().get(0), false);
        DownloadViewModel second = model(set);
        second.refresh();
        DownloadItem item = second.items().get(0);
        assertThat(item.state().get())
                .isInstanceOfSatisfying(DownloadState.Here.class, here -> assertThat(here.receipts())
                        .hasSize(1));
        second.remove(item);
        assertThat(item.state().get()).isInstanceOf(DownloadState.Absent.class);
        assertThat(second.folder(item).resolve("input.txt")).doesNotExist();
    }

    @Test
    void aStoppedDownloadIsPartlyHereAndCanBeResumed() {
        DownloadViewModel model = model(server.known("Tiny Shakespeare", "CC0"));
        DownloadItem item = follow(model);
        item.state().subscribe(state -> {
            if (state instanceof DownloadState.Running running
                    && running.progress().done() > 0) {
                model.stop(item);
            }
        });
        model.download(item, false);
        assertThat(states).contains("Stopping").endsWith("Partial");
        assertThat(arrived).isEmpty();
    }

    @Test
    void whatStillWaitsCanBeStopped() {
        List<Runnable> waiting = new ArrayList<>();
        DownloadViewModel model = new DownloadViewModel(
                new Downloader(new DownloadCache(folder)),
                LocalServer.catalogue(server.known("Tiny Shakespeare", "CC0")),
                Map.of(),
                new Background(Runnable::run, Runnable::run),
                new Background(waiting::add, Runnable::run),
                set -> arrived.add(set.id()));
        DownloadItem item = follow(model);
        model.download(item, false);
        model.download(item, false);
        model.stop(item);
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(states).containsExactly("Queued", "Stopping", "Unknown", "Absent");
    }

    @Test
    void aFailureIsToldAndStaysUntilTheNextAttempt() {
        DownloadViewModel model = model(server.known("Tiny Shakespeare", "CC0"));
        DownloadItem item = follow(model);
        server.change();
        model.download(item, false);
        assertThat(item.state().get())
                .isInstanceOfSatisfying(DownloadState.Failed.class, failed -> assertThat(failed.message())
                        .contains("is not the file that the list means", "thrown away"));
        model.refresh();
        assertThat(item.state().get()).isInstanceOf(DownloadState.Failed.class);
        server.mend();
        model.download(item, false);
        assertThat(item.state().get()).isInstanceOf(DownloadState.Here.class);
    }

    @Test
    void aChangedFileIsTakenOnlyWhenTheUserSaysSo() {
        DownloadViewModel model = model(server.unknown("Pairs"));
        DownloadItem item = follow(model);
        model.download(item, false);
        assertThat(item.state().get()).isInstanceOfSatisfying(DownloadState.Here.class, here -> assertThat(
                        here.receipts().get(0).checked())
                .isFalse());
        model.remove(item);
        byte[] other = server.change();
        model.download(item, false);
        assertThat(item.state().get()).isInstanceOf(DownloadState.Changed.class);
        model.download(item, true);
        assertThat(item.state().get()).isInstanceOf(DownloadState.Here.class);
        assertThat(model.folder(item).resolve("input.txt")).hasBinaryContent(other);
    }

    private DownloadViewModel model(RemoteDataset set) {
        Background here = new Background(Runnable::run, Runnable::run);
        return new DownloadViewModel(
                new Downloader(new DownloadCache(folder)),
                LocalServer.catalogue(set),
                Map.of("tiny-shakespeare", "plays"),
                here,
                here,
                done -> arrived.add(done.id()));
    }

    private DownloadItem follow(DownloadViewModel model) {
        DownloadItem item = model.items().get(0);
        item.state()
                .addListener(
                        (property, before, now) -> states.add(now.getClass().getSimpleName()));
        return item;
    }
}

package org.vitrine.runs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Part;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.launch.FakeInstallation;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Wait;

class SessionClientTest {
    @TempDir
    Path folder;

    private RunDirectory run = new RunDirectory(Path.of("unset"));

    @BeforeEach
    void makeRun() throws IOException {
        run = new RunStore(folder.resolve("runs")).create(Documents.titled("trained"), new Device.Cpu());
    }

    @Test
    void questionsAreAnsweredByOneWarmWorker() throws Exception {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            assertThat(client.ready().get(20, TimeUnit.SECONDS).featureLayers()).containsExactly("conv1");
            CompletableFuture<AttributionDone> first = client.attribute(request("saliency", 4));
            CompletableFuture<AttributionDone> second = client.attribute(request("occlusion", 5));
            assertThat(second.get(20, TimeUnit.SECONDS).relevanceFile()).isEqualTo("attributions/5.npy");
            assertThat(first.get(20, TimeUnit.SECONDS).method()).isEqualTo("saliency");
            assertThat(sessions()).isEqualTo(1);
        }
    }

    @Test
    void textComesPieceByPiece() throws Exception {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            List<String> heard = new CopyOnWriteArrayList<>();
            assertThat(client.generate(new GenerationRequest("abc", 3, 0, 0, 1), piece -> heard.add(piece.text()))
                            .get(20, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("abc");
            assertThat(heard).containsExactly("a", "b", "c");
        }
    }

    @Test
    void cancellingTellsTheWorkerToGiveUp() throws Exception {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            CompletableFuture<String> piece = new CompletableFuture<>();
            CompletableFuture<?> answer =
                    client.generate(new GenerationRequest("a", -1, 0, 0, 1), sampled -> piece.complete(sampled.text()));
            assertThat(piece.get(20, TimeUnit.SECONDS)).isEqualTo("a");
            answer.cancel(true);
            Wait.until("the worker to hear of it", () -> Files.readString(
                            run.sessions().resolve("1").resolve("events.jsonl"))
                    .contains("cancelled 1"));
            assertThat(client.attribute(request("saliency", 2))
                            .get(20, TimeUnit.SECONDS)
                            .score())
                    .isEqualTo(1.5);
        }
    }

    @Test
    void aRefusedQuestionSaysWhy() throws IOException {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> client.attribute(request("refuse", 1)).get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("no such method");
        }
    }

    @Test
    void aWorkerThatDiesIsReplacedAtTheNextQuestion() throws Exception {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> client.attribute(request("die", 1)).get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("The session worker ended without an answer (killed, or out of memory)")
                    .hasMessageContaining("fake worker for [session");
            Wait.until("a new worker", () -> {
                try {
                    return client.attribute(request("saliency", 2))
                                    .get(20, TimeUnit.SECONDS)
                                    .score()
                            == 1.5;
                } catch (java.util.concurrent.ExecutionException e) {
                    return false;
                }
            });
        }
    }

    @Test
    void aQuestionWithoutAnAnswerTimesOut() throws IOException {
        try (SessionClient client = client(Duration.ofMillis(1500), Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> client.attribute(request("sleep", 1)).get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("gave no answer for 1 s");
        }
    }

    @Test
    void anIdleWorkerEndsAndAnotherStartsWhenNeeded() throws Exception {
        try (SessionClient client = client(Duration.ofMinutes(1), Duration.ofMillis(50))) {
            client.attribute(request("saliency", 1)).get(20, TimeUnit.SECONDS);
            Wait.until("the end", () -> Files.readString(
                            run.sessions().resolve("1").resolve("commands.jsonl"))
                    .contains("Close"));
            client.attribute(request("saliency", 1)).get(20, TimeUnit.SECONDS);
            assertThat(sessions()).isEqualTo(2);
        }
    }

    @Test
    void aClosedClientRefusesQuestions() throws IOException {
        SessionClient client = client(Duration.ofMinutes(1), Duration.ofMinutes(1));
        CompletableFuture<AttributionDone> open = client.attribute(request("sleep", 1));
        client.close();
        assertThatThrownBy(() -> open.get(20, TimeUnit.SECONDS)).hasMessageContaining("was closed");
        assertThatThrownBy(() -> client.attribute(request("saliency", 1)).get(20, TimeUnit.SECONDS))
                .hasMessageContaining("was closed");
    }

    private SessionClient client(Duration patience, Duration idle) {
        return new SessionClient(run, FakeInstallation.launcher(folder), patience, idle);
    }

    private static AttributionRequest request(String method, int example) {
        return new AttributionRequest(method, Part.TEST, example, null, Map.of());
    }

    private long sessions() throws IOException {
        try (Stream<Path> folders = Files.list(run.sessions())) {
            return folders.count();
        }
    }
}

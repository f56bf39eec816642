package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;

/** What trains, on the command line. */
class TrainingCommandsTest extends CommandLineFixture {
    @Test
    void trainPrintsOneJsonObjectAndNothingElse() throws IOException {
        assertThat(run("train", iris("plain"), "--epochs", "3", "--json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(Path.of(json.get("run").textValue())).isDirectory();
        assertThat(json.get("epochs").intValue()).isEqualTo(3);
        assertThat(json.get("seconds").doubleValue()).isEqualTo(1.5);
        assertThat(json.get("testAccuracy").doubleValue()).isEqualTo(0.9);
        assertThat(json.get("device").textValue()).isEqualTo("cpu");
        assertThat(json.get("status").textValue()).isEqualTo("finished");
        assertThat(err.toString(UTF_8)).contains("epoch 1/3", "epoch 3/3", "validation loss");
    }

    @Test
    void regressionReportsTheRootMeanSquaredError() throws IOException {
        assertThat(run("train", EXAMPLES.resolve("linear-plane.vitrine").toString(), "--epochs", "1", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("testRmse").doubleValue()).isEqualTo(1.5);
        assertThat(json.has("testAccuracy")).isFalse();
    }

    @Test
    void trainWithoutJsonTellsAPersonWhereThingsAre() throws IOException {
        assertThat(run("train", iris("plain"), "--epochs", "2")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains(
                        "test accuracy  90.0%",
                        "2 epochs in 1.5 s on Fake CPU", folder.resolve("runs").toString());
    }

    @Test
    void aDivergedRunFailsWithWhatHelps() throws IOException {
        assertThat(run("train", iris("diverge"), "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8))
                .contains("diverged at iteration 6: the loss became NaN", "Lower the learning rate");
        assertThat(new ObjectMapper()
                        .readTree(out.toString(UTF_8))
                        .get("status")
                        .textValue())
                .isEqualTo("diverged");
    }

    @Test
    void aFailedRunTellsItsCure() throws IOException {
        assertThat(run("train", iris("fail"))).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8))
                .contains("failed: The graph is too large. Make it smaller.", "go on with: vitrine resume");
    }

    @Test
    void aVanishedWorkerIsNoticedAndTheRunResumed() throws IOException {
        assertThat(run("train", iris("vanish"), "--epochs", "3")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("ended without a word at iteration 6");
        // It vanishes again at iteration 6 only if it starts before it: from the checkpoint at 4 it does.
        assertThat(run("resume", "latest")).isEqualTo(ExitCode.FAILED);
        assertThat(run("runs")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("failed");
    }

    @Test
    void ctrlCStopsWithACheckpointAndTellsHowToGoOn() throws IOException {
        String file = iris("long");
        Thread user = new Thread(() -> {
            while (!err.toString(UTF_8).contains("epoch 1/")) {
                Thread.onSpinWait();
            }
            Objects.requireNonNull(interrupt.get()).run();
        });
        user.start();
        assertThat(run("train", file, "--epochs", "5000")).isEqualTo(ExitCode.STOPPED);
        assertThat(err.toString(UTF_8))
                .contains("stopping: the worker writes a checkpoint", "go on with: vitrine resume");
        out.reset();
        assertThat(run("runs", "--json")).isEqualTo(ExitCode.OK);
        JsonNode entry = new ObjectMapper().readTree(out.toString(UTF_8)).get(0);
        assertThat(entry.get("status").textValue()).isEqualTo("stopped");
        assertThat(entry.get("resumable").booleanValue()).isTrue();
    }

    @Test
    void aFinishedRunTrainsMore() throws IOException {
        assertThat(run("train", iris("plain"), "--epochs", "1")).isEqualTo(ExitCode.OK);
        assertThat(run("resume", "latest")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("All its epochs are done");
        out.reset();
        assertThat(run("resume", "latest", "--epochs", "2", "--json")).isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper()
                        .readTree(out.toString(UTF_8))
                        .get("epochs")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aWrongGraphIsRefusedWithItsProblems() throws IOException {
        GraphDocument document = DocumentJson.read(EXAMPLES.resolve("mlp-iris.vitrine"));
        Path file = folder.resolve("wrong.vitrine");
        DocumentJson.write(
                document.withGraph(new ModelGraph(document.graph().nodes(), List.of()), document.layout()), file);
        assertThat(run("train", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("can not be trained", "dense1");
    }
}

package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.runs.store.RunStore;

/** The command line as a whole, and commands that need little. */
class CliTest extends CommandLineFixture {
    @Test
    void evaluateShowsClassesAndTheConfusionMatrix() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("evaluate", "latest", "--json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("testAccuracy").doubleValue()).isEqualTo(0.9);
        assertThat(json.get("classes")).hasSize(3);
        assertThat(json.get("confusion")).hasSize(3);
        out.reset();
        assertThat(run("evaluate", "latest")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("precision", "versicolor", "mean", "test accuracy");
    }

    @Test
    void generatePrintsThePromptAndWhatFollows() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("generate", "latest", "--prompt", "It is", "--temperature", "0.5", "--top-k", "3"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).isEqualTo("It is T0.5 K3" + System.lineSeparator());
        out.reset();
        assertThat(run("generate", "latest", "--prompt", "It is", "--json")).isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(out.toString(UTF_8)).get("text").textValue())
                .isEqualTo(" T0.8 K0");
    }

    @Test
    void predictPrintsTheMostProbableClassFirst() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("predict", "latest", "--text", "abc")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8).lines().toList()).first().asString().contains("70.0 %", "versicolor");
    }

    @Test
    void nearShowsWhatAWordIsNearTo() throws Exception {
        run("train", iris("plain"), "--epochs", "1");
        assertThat(run("near", "latest", "a")).isEqualTo(ExitCode.BAD_INPUT);
        Path words = Files.createDirectory(
                new RunStore(folder.resolve("runs")).find("latest").words());
        new WordVectors(List.of("a", "b", "c"), new int[] {3, 2, 1}, Tensor.of(new float[] {1, 0, 0, 1, 1, 1}, 3, 2))
                .write(words);
        out.reset();
        assertThat(run("near", "latest", "a", "--count", "1")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).startsWith("c").contains("0.707");
        assertThat(run("near", "latest", "a", "b")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("near", "latest", "z")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("words", "no-such-text")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void wrongInputIsExplainedInOneMessage() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        for (List<String> wrong : List.of(
                List.of("train", "nothing.vitrine"),
                List.of("train", iris("plain"), "--epochs", "0"),
                List.of("train", iris("plain"), "--device", "abacus"),
                List.of("train"),
                List.of("dance"),
                List.<String>of(),
                List.of("evaluate", "no-such-run"),
                List.of("explain", "latest", "--method", "guessing", "--example", "1"),
                List.of("explain", "latest", "--method", "gradient", "--example", "9999"),
                List.of("judge", "latest", "--method", "guessing"),
                List.of("neighbours", "latest"),
                List.of("neighbours", "latest", "--example", "1", "--distance", "miles"),
                List.of("neighbours", "latest", "--example", "1", "--influence", "stars"),
                List.of("judge", "latest", "--method", "gradient", "--examples", "0"),
                List.of("explain", "latest", "--method", "gradient", "--example", "1", "--target", "rose"))) {
            err.reset();
            assertThat(run(wrong.toArray(String[]::new))).as("%s", wrong).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString(UTF_8))
                    .as("%s", wrong)
                    .contains("vitrine: ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void describeTellsDevicesAndReasons() throws IOException {
        assertThat(run("describe", "--json")).isEqualTo(ExitCode.OK);
        JsonNode devices = new ObjectMapper().readTree(out.toString(UTF_8)).get("devices");
        assertThat(devices.get(0).get("usable").booleanValue()).isTrue();
        assertThat(devices.get(1).get("whyNot").textValue()).isEqualTo("no driver");
    }

    @Test
    void theDemoTrainsTheExampleAndNamesTheReport() throws IOException {
        assertThat(run("demo", "--epochs", "1", "--out", folder.resolve("demo").toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains(folder.resolve("demo") + "/index.html");
        assertThat(folder.resolve("demo/index.html")).exists();
    }

    @Test
    void helpNamesAllCommandsAndExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains(
                        "train",
                        "analyze",
                        "resume",
                        "evaluate",
                        "explain",
                        "generate",
                        "predict",
                        "runs",
                        "describe",
                        "demo")
                .contains("Exit codes:")
                .contains("3   stopped");
    }
}

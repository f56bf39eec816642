package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.store.RunStore;

/** The command line with a worker that only pretends to train. */
class CliTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();

    @BeforeEach
    void useThePretendingWorker() {
        String tests = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        System.setProperty("vitrine.worker.classpath", tests);
    }

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
    void aReportHoldsCurvesResultsAndHeatmaps() throws IOException {
        Path report = folder.resolve("report");
        assertThat(run("train", iris("plain"), "--epochs", "2", "--json", "--out", report.toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(Path.of(json.get("report").textValue())).isEqualTo(report.resolve("index.html"));
        assertThat(report.resolve("index.html"))
                .content()
                .contains("<h1>plain</h1>", "Test accuracy 90.0%", "Confusion matrix", "versicolor", "data:image/png")
                .contains("data:image/svg+xml", "Credibility of Integrated gradients: doubtful", "Deletion")
                .contains("What counts over the test part", "30 test examples, 5 repeats")
                .doesNotContain("src=\"http");
        assertThat(report.resolve("report.pdf")).isNotEmptyFile();
        assertThat(ImageIO.read(report.resolve("loss.png").toFile()).getWidth()).isEqualTo(1280);
        assertThat(report.resolve("accuracy.png")).exists();
        try (var files = Files.list(report.resolve("heatmaps"))) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".npy")))
                    .hasSizeGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void aReportIsWrittenAsOnePageAndAsPdf() throws IOException {
        assertThat(run("train", iris("plain"), "--epochs", "2", "--json")).isEqualTo(ExitCode.OK);
        String run = new ObjectMapper().readTree(out.toString(UTF_8)).get("run").textValue();
        Path html = folder.resolve("made/report.html");
        Path pdf = folder.resolve("made/report.pdf");
        assertThat(run("report", run, "--html", html.toString(), "--pdf", pdf.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(html).content().contains("Receiver operating characteristics", "Data fingerprint");
        assertThat(pdf).isNotEmptyFile();
        assertThat(run("report", run)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("--html FILE, --pdf FILE, or both");
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
    void explainByAllMethodsTellsWhatIsRefused() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        String[] all = {"explain", "latest", "--method", "all", "--example", "4", "--json", "--out"};
        List<String> arguments = new java.util.ArrayList<>(List.of(all));
        arguments.addAll(List.of(folder.resolve("why").toString(), "--option", "steps=20"));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        int methods = AttributionMethods.all().size();
        assertThat(json.get("methods")).hasSize(methods - 1);
        assertThat(json.get("refused").get("rise").textValue()).isEqualTo("RISE needs an image");
        assertThat(Path.of(json.get("methods").get(0).get("png").textValue())).exists();
        arguments.set(arguments.size() - 1, "colour=red");
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void explainWritesPictureAndNumbers() throws IOException, DatasetException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run(
                        "explain",
                        "latest",
                        "--method",
                        "integrated-gradients",
                        "--example",
                        "4",
                        "--target",
                        "virginica",
                        "--out",
                        folder.resolve("why").toString(),
                        "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("completenessGap").doubleValue()).isEqualTo(0.001);
        assertThat(json.get("score").doubleValue()).isEqualTo(2.5);
        assertThat(json.get("target").intValue()).isEqualTo(2);
        assertThat(json.get("predicted").textValue()).isEqualTo("versicolor");
        assertThat(json.get("probabilities")).hasSize(3);
        assertThat(ImageIO.read(Path.of(json.get("png").textValue()).toFile())).isNotNull();
        assertThat(Npy.read(Path.of(json.get("npy").textValue())).shape()).containsExactly(4);
    }

    @Test
    void maximiseWritesWhatUnitsLookFor() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        Path one = folder.resolve("one.png");
        assertThat(run("maximise", "latest", "--unit", "virginica", "--out", one.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(one).isNotEmptyFile();
        assertThat(out.toString(UTF_8)).contains("virginica: activation 2.5, most exciting example 1.75");
        out.reset();
        Path all = folder.resolve("all.svg");
        assertThat(run("maximise", "latest", "--unit", "all", "--out", all.toString(), "--json"))
                .isEqualTo(ExitCode.OK);
        assertThat(all).isNotEmptyFile();
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("layer").textValue()).isEqualTo("output");
        assertThat(json.get("units")).hasSize(3);
        assertThat(json.at("/units/1/name").textValue()).isEqualTo("versicolor");
        assertThat(json.at("/units/1/examples/0/example").intValue()).isEqualTo(7);
    }

    @Test
    void maximiseRefusesWhatIsNotThere() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        for (List<String> wrong : List.of(
                List.of("--unit", "3", "--out", "x.png"),
                List.of("--unit", "0", "--out", "x.gif"),
                List.of("--unit", "0", "--out", "x.png", "--layer", "nowhere"),
                List.of("--unit", "0", "--out", "x.png", "--option", "jitter=1"))) {
            List<String> all = new ArrayList<>(List.of("maximise", "latest"));
            all.addAll(wrong);
            assertThat(run(all.toArray(String[]::new))).as(wrong.toString()).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(err.toString(UTF_8)).contains("from 0 to 2", "must end in .png", "no layer \"nowhere\"", "jitter");
    }

    @Test
    void judgeShowsTheCardOfOneExampleOrASummaryOfMany() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("judge", "latest", "--method", "gradient", "--example", "3"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("pass", "Deletion", "far sooner than by chance (3.50", "doubtful");
        out.reset();
        assertThat(run("judge", "latest", "--method", "gradient", "--examples", "2"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("whole card", "1.250", "virginica: 1 of 2");
        assertThat(err.toString(UTF_8)).contains("50 % judged");
        out.reset();
        assertThat(run("judge", "latest", "--method", "gradient", "--examples", "2", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/lines/0/median").doubleValue()).isEqualTo(1.25);
        assertThat(json.at("/lines/1/mean").isNull()).isTrue();
        assertThat(json.at("/lines/1/classes/virginica/passed").intValue()).isEqualTo(1);
    }

    @Test
    void importanceTellsTheMostImportantPartFirst() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("importance", "latest", "--repeats", "2")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains("30 examples, 2 repeats; loss 0.25, metric 0.75", "accuracy lost, percentage points")
                .containsSubsequence("b ", "1 \u00b1 0 ", "25 \u00b1 0", "a ", "0.125");
        assertThat(err.toString(UTF_8)).contains("50 % done");
        out.reset();
        assertThat(run("importance", "latest", "--repeats", "2", "--json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/parts/0/part").textValue()).isEqualTo("b");
        assertThat(json.at("/parts/0/metricLoss").doubleValue()).isEqualTo(0.25);
        assertThat(json.at("/metric").textValue()).isEqualTo("ACCURACY");
    }

    @Test
    void dependenceTellsMeansAndSingleExamples() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("dependence", "latest", "--column", "petal length", "--class", "versicolor"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains("probability of versicolor, 2 examples")
                .containsSubsequence("1.5", "0.25", "0.2", "0.3", "2.5", "0.45");
        out.reset();
        assertThat(run("dependence", "latest", "--column", "petal length", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/answer").textValue()).isEqualTo("setosa");
        assertThat(json.at("/columns/0/values/1").doubleValue()).isEqualTo(2.5);
        assertThat(json.at("/examples/1/example").intValue()).isEqualTo(9);
        assertThat(json.at("/examples/1/answers/0").doubleValue()).isCloseTo(0.2, within(1e-6));
        out.reset();
        assertThat(run("dependence", "latest", "--column", "petal length", "--with", "petal width", "--json"))
                .isEqualTo(ExitCode.OK);
        json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/mean/1/0").doubleValue()).isCloseTo(0.3, within(1e-6));
        assertThat(run("dependence", "latest", "--column", "colour")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("There is no column \"colour\"");
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
    void neighboursShowsTrainingExamplesBehindADecision() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        out.reset();
        assertThat(run("neighbours", "latest", "--example", "3")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains("Most alike of 90", "'dense1'", "#40", "50 % of them are 'versicolor'")
                .contains("Pushed towards 'versicolor'", "1.5000", "Pushed against", "-0.75000", "kept: 2");
        assertThat(err.toString(UTF_8)).contains("50 % looked through");
        out.reset();
        assertThat(run("neighbours", "latest", "--example", "3", "--target", "virginica", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/nearest/1/value").doubleValue()).isEqualTo(0.25);
        assertThat(json.at("/agreement").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/influence/target").textValue()).isEqualTo("virginica");
        assertThat(json.at("/influence/opponents/0/example").intValue()).isEqualTo(6);
        out.reset();
        assertThat(run("neighbours", "latest", "--example", "3", "--all-parameters", "--json"))
                .isEqualTo(ExitCode.OK);
        json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/influence/refused").textValue()).isEqualTo("It draws at random");
        assertThat(json.at("/nearest")).hasSize(2);
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
    void aWrongGraphIsRefusedWithItsProblems() throws IOException {
        GraphDocument document = DocumentJson.read(EXAMPLES.resolve("mlp-iris.vitrine"));
        Path file = folder.resolve("wrong.vitrine");
        DocumentJson.write(
                document.withGraph(new ModelGraph(document.graph().nodes(), List.of()), document.layout()), file);
        assertThat(run("train", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("can not be trained", "dense1");
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

    /** The iris example under another title, which tells the pretending worker how to behave. */
    private String iris(String title) throws IOException {
        Path file = folder.resolve(title + ".vitrine");
        DocumentJson.write(
                DocumentJson.read(EXAMPLES.resolve("mlp-iris.vitrine")).withTitle(title), file);
        return file.toString();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        boolean takesRuns = !all.isEmpty()
                && List.of(
                                "train",
                                "analyze",
                                "resume",
                                "evaluate",
                                "explain",
                                "maximise",
                                "judge",
                                "importance",
                                "dependence",
                                "generate",
                                "predict",
                                "words",
                                "near",
                                "neighbours",
                                "runs",
                                "demo")
                        .contains(all.get(0))
                && all.size() + (all.get(0).equals("runs") ? 1 : 0) > 1;
        if (takesRuns) {
            all.addAll(List.of("--runs", folder.resolve("runs").toString()));
        }
        Interrupts interrupts = new Interrupts() {
            @Override
            public void onInterrupt(@Nullable Runnable action) {
                interrupt.set(action);
            }

            @Override
            public void finished(int exitCode) {
                throw new AssertionError("Only the process tells this");
            }
        };
        Environment environment = new Environment(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                interrupts,
                () -> new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, folder.resolve("native")),
                Optional.of(EXAMPLES.resolve("..")),
                folder);
        return Cli.run(environment, all.toArray(String[]::new));
    }
}

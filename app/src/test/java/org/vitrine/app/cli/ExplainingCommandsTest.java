package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;

/** What tells why, on the command line. */
class ExplainingCommandsTest extends CommandLineFixture {
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
    void aReportOfAModelThatTagsExplainsOneWordOfSomeTexts() throws IOException {
        Path report = folder.resolve("report");
        assertThat(run(
                        "train",
                        example("templates/bilstm-tagger", "tags"),
                        "--epochs",
                        "1",
                        "--out",
                        report.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(report.resolve("index.html"))
                .content()
                .contains("what it says at one place", "where the model is surest", "Test example 0, step 4 (")
                .contains("Credibility of Integrated gradients: doubtful");
        assertThat(report.resolve("report.pdf")).isNotEmptyFile();
        try (var files = Files.list(report.resolve("heatmaps"))) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".npy")))
                    .as("three methods, three examples")
                    .hasSize(9);
        }
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
    void aPlaceOfATextIsExplainedAndJudged() throws IOException {
        run("train", example("templates/bilstm-tagger", "tags"), "--epochs", "1");
        out.reset();
        String why = folder.resolve("why").toString();
        assertThat(run(
                        "explain",
                        "latest",
                        "--method",
                        "occlusion",
                        "--example",
                        "0",
                        "--place",
                        "6",
                        "--out",
                        why,
                        "--json"))
                .as(err.toString(UTF_8))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("place").textValue()).isEqualTo("6");
        assertThat(json.get("target").intValue()).isEqualTo(1);
        String told = json.get("targetName").textValue();
        assertThat(Path.of(json.get("png").textValue()))
                .hasFileName("test-0-occlusion-at-6-1.png")
                .exists();
        out.reset();
        assertThat(run("explain", "latest", "--method", "occlusion", "--example", "0", "--out", why, "--json"))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(out.toString(UTF_8)).get("place").textValue())
                .as("the worker chooses")
                .isEqualTo("4");
        out.reset();
        assertThat(run("judge", "latest", "--method", "gradient", "--example", "0", "--place", "2"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("Why it says \u201c" + told + "\u201d at step 2:", "Deletion");
        out.reset();
        assertThat(run("judge", "latest", "--method", "gradient", "--example", "0", "--json"))
                .isEqualTo(ExitCode.OK);
        json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("place").textValue()).isEqualTo("4");
        assertThat(json.get("target").textValue()).isEqualTo(told);
    }

    @Test
    void aPlaceOfAPictureHasTwoNumbers() throws IOException {
        run("train", example("detection-shapes", "boxes"), "--epochs", "1");
        out.reset();
        String[] all = {"explain", "latest", "--method", "occlusion", "--example", "0", "--json", "--place", "2,3"};
        assertThat(run(all)).as(err.toString(UTF_8)).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("place").textValue()).isEqualTo("2,3");
        assertThat(json.get("png").textValue()).contains("-at-2-3-");
        all[all.length - 1] = "2";
        assertThat(run(all)).isEqualTo(ExitCode.BAD_INPUT);
        all[all.length - 1] = "1,9999";
        assertThat(run(all)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("There is no place 2: there are", "There is no place 1,9999");
    }

    @Test
    void placesThatAreNoneAreRefused() throws IOException {
        run("train", iris("plain"), "--epochs", "1");
        for (String command : List.of("explain", "judge")) {
            assertThat(run(command, "latest", "--method", "gradient", "--example", "0", "--place", "1"))
                    .isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString(UTF_8)).contains("scores examples as a whole: leave --place out");
            err.reset();
        }
        run("train", example("templates/bilstm-tagger", "tags"), "--epochs", "1");
        for (String command : List.of("explain", "judge")) {
            for (String wrong : List.of("first", "-1", "1.5", "")) {
                assertThat(run(command, "latest", "--method", "gradient", "--example", "0", "--place=" + wrong))
                        .as(wrong)
                        .isEqualTo(ExitCode.BAD_INPUT);
                assertThat(err.toString(UTF_8)).contains("'" + wrong + "' is no place: give one number, from 1");
                err.reset();
            }
            for (String outside : List.of("0", "100000", "1,2")) {
                assertThat(run(command, "latest", "--method", "gradient", "--example", "0", "--place", outside))
                        .as(outside)
                        .isEqualTo(ExitCode.BAD_INPUT);
                assertThat(err.toString(UTF_8)).contains("There is no place " + outside + ": there are");
                err.reset();
            }
        }
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
}

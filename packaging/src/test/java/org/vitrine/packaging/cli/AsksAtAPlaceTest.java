package org.vitrine.packaging.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;

/** What a worker answers about single words of a model that tags them. */
class AsksAtAPlaceTest {
    private static final String TAGGER = Path.of("..", "examples", "templates", "bilstm-tagger.vitrine")
            .toAbsolutePath()
            .toString();

    @TempDir
    static Path home;

    @BeforeAll
    static void train() throws Exception {
        assertThat(ask("train", TAGGER, "--epochs", "1").get("status").textValue())
                .isEqualTo("finished");
    }

    @Test
    void theSurestWordIsExplainedUnlessAnotherIsNamed() throws Exception {
        JsonNode surest = explain();
        String place = surest.get("place").textValue();
        assertThat(surest.get("completenessGap").doubleValue()).isLessThan(0.05);
        assertThat(surest.get("probabilities")).hasSizeGreaterThan(2);
        JsonNode named = explain("--place", place);
        assertThat(named.get("score").doubleValue())
                .isCloseTo(surest.get("score").doubleValue(), within(1e-6));
        assertThat(named.get("targetName")).isEqualTo(surest.get("targetName"));
        String other = place.equals("1") ? "2" : "1";
        assertThat(explain("--place", other).get("place").textValue()).isEqualTo(other);
        assertThat(Path.of(named.get("png").textValue()).toString()).contains("-at-" + place + "-");
    }

    @Test
    void theFileOfJudgedExamplesHasTheirPlaces() throws Exception {
        JsonNode judged = ask(
                "judge",
                "latest",
                "--method",
                "gradient-x-input",
                "--examples",
                "3",
                "--option",
                "orders=5",
                "--option",
                "stages=1");
        Tensor values = Npy.read(Path.of(judged.get("values").textValue()));
        assertThat(values.shape()[0]).isEqualTo(3);
        String first = explain().get("place").textValue();
        assertThat(values.row(0).values()[2]).as("counted from 0").isEqualTo(Integer.parseInt(first) - 1);
    }

    @Test
    void theReportSaysWhy() throws Exception {
        Path page = home.resolve("report.html");
        Asked.text(home, "report", "latest", "--html", page.toString());
        assertThat(Files.readString(page)).contains("Why: what it says at one place of some examples", "(true: ");
    }

    private static JsonNode explain(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "explain",
                "latest",
                "--method",
                "integrated-gradients",
                "--example",
                "0",
                "--out",
                home.resolve("why").toString()));
        command.addAll(List.of(more));
        return ask(command.toArray(String[]::new));
    }

    private static JsonNode ask(String... command) throws Exception {
        return Asked.json(home, command);
    }
}

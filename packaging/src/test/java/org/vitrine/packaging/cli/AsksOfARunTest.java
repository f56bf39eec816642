package org.vitrine.packaging.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker answers about the plane y = 1.5 x1 - 2 x2 + 0.5, whose answers are known. */
class AsksOfARunTest {
    private static final String PLANE =
            Path.of("..", "examples", "linear-plane.vitrine").toAbsolutePath().toString();

    @TempDir
    static Path home;

    @BeforeAll
    static void train() throws Exception {
        assertThat(ask("train", PLANE).get("status").textValue()).isEqualTo("finished");
    }

    /** Permuting a column raises the squared error by 2 w² var(x). */
    @Test
    void theSteeperColumnIsTheMoreImportantOne() throws Exception {
        JsonNode told = ask("importance", "latest", "--examples", "100", "--repeats", "20");
        JsonNode parts = told.get("parts");
        assertThat(told.get("by").textValue()).isEqualTo("columns");
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).get("part").textValue()).isEqualTo("x2");
        assertThat(parts.get(1).get("part").textValue()).isEqualTo("x1");
        assertThat(parts.get(1).get("lossRise").doubleValue())
                .as("a column that counts")
                .isGreaterThan(10 * told.get("loss").doubleValue());
        assertThat(parts.get(0).get("lossRise").doubleValue()
                        / parts.get(1).get("lossRise").doubleValue())
                .as("(2 / 1.5)², but for the spread of the columns")
                .isCloseTo(16.0 / 9, within(0.6));
    }

    /** Without penalties the largest value of a plane over the box of the training data is at its corner. */
    @Test
    void theMadeInputExcitesTheOutputMoreThanAllExamples() throws Exception {
        Path picture = home.resolve("unit.png");
        JsonNode told = ask(
                "maximise",
                "latest",
                "--unit",
                "y",
                "--part",
                "train",
                "--option",
                "decay=0",
                "--out",
                picture.toString());
        JsonNode unit = told.get("units").get(0);
        assertThat(unit.get("name").textValue()).isEqualTo("y");
        assertThat(unit.get("activation").doubleValue())
                .isGreaterThan(unit.get("examples").get(0).get("activation").doubleValue());
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    private static JsonNode ask(String... command) throws Exception {
        return Asked.json(home, command);
    }
}

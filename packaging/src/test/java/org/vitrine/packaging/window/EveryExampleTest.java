package org.vitrine.packaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.app.cli.Cli;
import org.vitrine.app.welcome.Example;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/**
 * Each example, so each task of the catalogue, is trained for one epoch and tested, in the window and from the command line:
 * profile {@code examples}. What scores they reach is the matter of the worker's {@code ExamplesTest}.
 */
@EnabledIfSystemProperty(named = "vitrine.test.examples", matches = "true")
class EveryExampleTest {
    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    Path home;

    static Stream<String> examples() {
        return Example.ALL.stream().map(Example::name);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void trainsInTheWindow(String example) throws Exception {
        try (OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home))) {
            window.click("#example-" + example);
            window.await(
                    "the example is open",
                    120,
                    () -> window.find("#field-epochs").isPresent()
                            && window.text("#header-why-not").isEmpty());
            window.type("#field-epochs", "1");
            window.click("#header-train");
            window.awaitText("#run-status", 600, "Finished");
            window.picture("example-" + example);
        }
        assertThat(onlyRun().readEvaluation()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void trainsFromTheCommandLine(String example) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("train", EXAMPLES.resolve(example + ".vitrine").toString()));
        arguments.addAll(List.of("--epochs", "1", "--runs", home.resolve("runs").toString()));
        assertThat(Cli.run(arguments.toArray(String[]::new))).isZero();
        assertThat(onlyRun().readEvaluation()).isPresent();
    }

    private RunDirectory onlyRun() throws Exception {
        List<RunEntry> runs = new RunStore(home.resolve("runs")).list();
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).state().status()).isEqualTo(RunStatus.FINISHED);
        return runs.get(0).directory();
    }
}

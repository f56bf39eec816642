package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.export.ProgramFolder;
import org.vitrine.exchange.code.export.Programs;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.worker.layers.EngineSettings;

/**
 * The Python that the designer gives away, run by a Python that has PyTorch, Keras and a backend: {@code -Ppython
 * -Dpython=/path/to/python}. Elsewhere it is skipped, and says so.
 */
class PythonProgramsTest {
    private static final Logger LOG = LoggerFactory.getLogger(PythonProgramsTest.class);
    private static final double CLOSE = 1e-5;
    private static final String PYTHON = System.getProperty("vitrine.test.python", "");

    @TempDir
    Path folder;

    private static void requires(Language language) throws IOException, InterruptedException {
        assumeTrue(!PYTHON.isEmpty(), "the profile python is off: mvn -Ppython -Dpython=/path/to/python ...");
        String imports = language == Language.KERAS ? "import keras" : "import torch";
        assumeTrue(run(Path.of("."), "-c", imports).code() == 0, PYTHON + " has no " + imports.substring(7));
    }

    private record Ended(int code, String printed) {}

    private static Ended run(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    @ParameterizedTest
    @EnumSource(names = {"KERAS", "PYTORCH"})
    void everyLayerAndExampleComputesAsInTheEngine(Language language) throws Exception {
        requires(language);
        EngineSettings.apply();
        List<ProgramCase> cases = ProgramCase.all(true);
        for (int i = 0; i < cases.size(); i++) {
            Path home = folder.resolve("%03d".formatted(i));
            cases.get(i).write(home);
            Files.writeString(
                    home.resolve(language.id() + ".py"),
                    Programs.generate(language, cases.get(i).source()).text());
        }
        Path driver = folder.resolve("programs.py");
        try (InputStream in = PythonProgramsTest.class.getResourceAsStream("programs.py")) {
            Files.copy(Objects.requireNonNull(in), driver);
        }
        Ended ended = run(folder, driver.toString(), folder.toString(), language.id());
        assertThat(ended.code()).as(ended.printed()).isZero();
        compare(language, cases);
    }

    private void compare(Language language, List<ProgramCase> cases) throws IOException {
        List<String> faults = new ArrayList<>();
        double far = 0;
        double farLoss = 0;
        List<String> lines = Files.readAllLines(folder.resolve(language.id() + ".tsv"));
        assertThat(lines).hasSameSizeAs(cases);
        for (String line : lines) {
            String[] parts = line.split("\t");
            ProgramCase program = cases.get(Integer.parseInt(parts[0]));
            if (parts[1].equals("error")) {
                faults.add(program.name() + ": " + parts[2]);
                continue;
            }
            double distance = Double.parseDouble(parts[2]);
            double ofLoss = Math.abs(Double.parseDouble(parts[3]) - program.loss()) / Math.max(1, program.loss());
            boolean counted = Long.parseLong(parts[1]) == program.parameters();
            if (!(distance <= CLOSE && ofLoss <= CLOSE && counted)) {
                faults.add(program.name() + ": outputs " + distance + ", loss " + ofLoss + ", parameters " + parts[1]
                        + " for " + program.parameters());
            }
            far = Math.max(far, distance);
            farLoss = Math.max(farLoss, ofLoss);
        }
        LOG.info(
                "{}: {} cases, outputs within {}, loss within {}",
                language,
                cases.size(),
                String.format(Locale.ROOT, "%.1e", far),
                String.format(Locale.ROOT, "%.1e", farLoss));
        assertThat(faults).as("programs that differ from the engine").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KERAS, mlp-iris", "KERAS, transformer-dates", "PYTORCH, mlp-iris", "PYTORCH, transformer-dates"})
    void theProgramOfAnExampleTrains(Language language, String example) throws Exception {
        requires(language);
        GraphDocument document = DocumentJson.read(Path.of("../../examples", example + ".vitrine"));
        TrainingSettings settings = Parameters.with(document.training(), "epochs", 2);
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        ProgramFolder.write(folder, language, document.withTraining(settings), data);
        Ended ended = run(folder, "model.py");
        assertThat(ended.code()).as(ended.printed()).isZero();
        LOG.info("{} {}: {}", language, example, ended.printed().strip());
        assertThat(ended.printed()).contains(language == Language.KERAS ? "Epoch 2/2" : "epoch 2: validation loss");
    }
}

package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.HeadKind;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.dl4j.JavaProgram;
import org.vitrine.exchange.code.export.ProgramFolder;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;

/** The Java that the designer gives away: it compiles, and computes and learns what the engine does. */
class JavaProgramsTest {
    private static final Logger LOG = LoggerFactory.getLogger(JavaProgramsTest.class);
    private static final double CLOSE = 1e-5;

    @TempDir
    static Path folder;

    private static final Map<String, ProgramCase> CASES = new LinkedHashMap<>();
    private static URLClassLoader programs = new URLClassLoader(new URL[0]);

    @BeforeAll
    static void compileAll() throws IOException, CodeException, DatasetException {
        EngineSettings.apply();
        List<Path> sources = new ArrayList<>();
        for (ProgramCase program :
                ProgramCase.all(!System.getProperty("vitrine.test.python", "").isEmpty())) {
            String name = "Case" + CASES.size();
            CASES.put(name, program);
            program.write(folder.resolve(name));
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, JavaProgram.of(program.source(), name).text());
            sources.add(file);
        }
        compile(sources, folder);
        programs = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    private static void compile(List<Path> sources, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of("-d", target.toString(), "-proc:none", "-Xlint:-options", "--release", "17"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as("the programs compile").isTrue();
        }
    }

    /** A program, and its model with the weights of its case. */
    private record Loaded(Class<?> type, Map<String, INDArray> data, ComputationGraph model, boolean stock) {

        static Loaded of(String name, ProgramCase program) throws ReflectiveOperationException {
            Class<?> type = programs.loadClass(name);
            Path files = folder.resolve(name);
            @SuppressWarnings("unchecked")
            Map<String, INDArray> data =
                    (Map<String, INDArray>) type.getMethod("read", Path.class).invoke(null, files.resolve("data.npz"));
            ComputationGraphConfiguration configuration = (ComputationGraphConfiguration)
                    type.getMethod("configuration", long.class).invoke(null, 10L);
            boolean stock = JavaProgram.isStock(program.source());
            ComputationGraph model = stock
                    ? new ComputationGraph(configuration)
                    : new Network(configuration, (Objective)
                            type.getMethod("objective", Map.class).invoke(null, data));
            model.init();
            type.getMethod("loadWeights", ComputationGraph.class, Path.class)
                    .invoke(null, model, files.resolve("weights.npz"));
            return new Loaded(type, data, model, stock);
        }

        private Batch batch(int size) throws ReflectiveOperationException {
            return (Batch) type.getMethod("batch", Map.class, String.class, List.class)
                    .invoke(
                            null,
                            data,
                            "train",
                            IntStream.range(0, size).boxed().toList());
        }

        double[] outputs(ProgramCase program) throws ReflectiveOperationException {
            return model instanceof Network network
                    ? network.outputs(batch(program.batch().size()))
                    : model.outputSingle(data.get("train_x")).dup('c').data().asDouble();
        }

        void step(ProgramCase program) throws ReflectiveOperationException {
            if (model instanceof Network network) {
                network.differentiate(batch(program.batch().size()));
                network.update(0, 0);
            } else {
                model.fit((DataSet)
                        type.getMethod("examples", Map.class, String.class).invoke(null, data, "train"));
            }
        }

        long parameters() {
            long count = 0;
            for (Layer layer : model.getLayers()) {
                for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                    boolean average = parameter.getKey().equals("mean")
                            || parameter.getKey().equals("var");
                    count += average ? 0 : parameter.getValue().length();
                }
            }
            return count;
        }
    }

    /** What a program without Vitrine puts out: probabilities. */
    private static double[] expected(ProgramCase program, double[] logits, boolean stock) {
        HeadKind kind = HeadKind.of(
                program.source().head().node().layer(), program.source().data().target());
        if (!stock || kind.isRegression()) {
            return logits;
        }
        int width = logits.length / program.batch().size();
        double[] shown = new double[logits.length];
        for (int start = 0; start < logits.length; start += width) {
            double sum = kind == HeadKind.BINARY ? 1 : 0;
            for (int k = 0; k < width; k++) {
                sum += Math.exp(logits[start + k]);
            }
            for (int k = 0; k < width; k++) {
                shown[start + k] = Math.exp(logits[start + k]) / sum;
            }
        }
        return shown;
    }

    private static double farthest(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])))
                .max()
                .orElse(0);
    }

    private static boolean isRandom(ProgramCase program) {
        return !program.source().having(Sampling.class).isEmpty()
                || program.source().steps().stream()
                        .anyMatch(step ->
                                LayerNetworks.dropout(step.node().layer()).isPresent());
    }

    @Test
    void everyLayerComputesAndLearnsAsInTheEngine() throws ReflectiveOperationException {
        List<String> faults = new ArrayList<>();
        double far = 0;
        double farAfter = 0;
        int alone = 0;
        for (Map.Entry<String, ProgramCase> entry : CASES.entrySet()) {
            ProgramCase program = entry.getValue();
            try {
                Loaded loaded = Loaded.of(entry.getKey(), program);
                double distance =
                        farthest(loaded.outputs(program), expected(program, program.outputs(), loaded.stock()));
                double after = 0;
                if (!isRandom(program)) {
                    loaded.step(program);
                    after = farthest(loaded.outputs(program), expected(program, program.trained(), loaded.stock()));
                }
                if (!(distance <= CLOSE && after <= CLOSE) || loaded.parameters() != program.parameters()) {
                    faults.add(program.name() + " (" + entry.getKey() + "): " + distance + ", after a step " + after
                            + ", parameters " + loaded.parameters() + " for " + program.parameters());
                }
                far = Math.max(far, distance);
                farAfter = Math.max(farAfter, after);
                alone += loaded.stock() ? 1 : 0;
            } catch (InvocationTargetException | RuntimeException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                faults.add(program.name() + " (" + entry.getKey() + "): " + cause);
            }
        }
        assertThat(faults).as("programs that differ from the engine").isEmpty();
        assertThat(CASES).hasSizeGreaterThan(200);
        assertThat(alone).as("programs on Deeplearning4j alone").isGreaterThan(30);
        LOG.info(
                "{} programs, {} without Vitrine: outputs within {}, after a step within {}",
                CASES.size(),
                alone,
                far,
                farAfter);
    }

    static Stream<String> trained() {
        return Stream.of("mlp-iris", "gru-co2");
    }

    /** The first is Deeplearning4j alone, the second has layers of Vitrine. */
    @ParameterizedTest
    @MethodSource("trained")
    void theProgramOfAnExampleTrains(String example) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples", example + ".vitrine"));
        TrainingSettings settings = Parameters.with(document.training(), "epochs", 2);
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        Path home = Files.createDirectories(folder.resolve(example));
        ProgramFolder.write(home, Language.JAVA, document.withTraining(settings), data);
        compile(List.of(home.resolve("Model.java")), home);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {home.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Model").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {home.toString()});
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("epoch 2: validation loss", "test loss");
    }
}

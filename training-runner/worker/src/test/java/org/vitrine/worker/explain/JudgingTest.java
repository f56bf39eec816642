package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.credibility.CredibilityMetrics;
import org.vitrine.attribution.credibility.RandomisedModels;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.Judgements;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Scores;

class JudgingTest {
    @TempDir
    Path folder;

    private final List<RunEvent> events = new ArrayList<>();
    private Optional<Judging> judging = Optional.empty();

    @BeforeEach
    void load() {
        EngineSettings.apply();
        judging = Optional.of(judging(Models.cnn(), Examples.load("digits", Map.of())));
    }

    private Judging judging(ModelGraph graph, Dataset data) {
        return judging(data, explained(graph, data));
    }

    private Judging judging(Dataset data, ExplainedNetwork network) {
        return new Judging(
                new Explanations(new AnswerFiles(new RunDirectory(folder), "1"), data, network), events::add);
    }

    private static ExplainedNetwork explained(ModelGraph graph, Dataset data) {
        Network network = ExplainedNetwork.fresh(graph, data, Settings.adam(1, 32, 0.01), DataType.FLOAT);
        return ExplainedNetwork.of(graph, data, Settings.adam(1, 32, 0.01), network);
    }

    @Test
    void eachLineIsToldAndThenTheWhole() {
        SessionEvent.Judged judged = judging.orElseThrow()
                .judge(
                        new WorkerCommand.Judge(
                                "q", "gradient-x-input", Part.TEST, 3, null, null, Map.of("orders", "6")),
                        share -> {});
        assertThat(judged.example()).isEqualTo(3);
        assertThat(judged.lines().stream().map(Judgements.JudgedLine::metric))
                .containsExactlyElementsOf(CredibilityMetrics.all().stream()
                        .map(metric -> metric.id())
                        .toList());
        assertThat(events)
                .containsExactlyElementsOf(judged.lines().stream()
                        .map(line -> (RunEvent) new SessionEvent.LineJudged("q", line))
                        .toList());
    }

    @Test
    void textsAreJudgedWithoutTheirPadding() {
        Dataset sentences = Examples.load("sentiment-sentences", Map.of());
        SessionEvent.Judged judged = judging(Models.transformer(8, 12, 0.1), sentences)
                .judge(
                        new WorkerCommand.Judge(
                                "q", "integrated-gradients", Part.TEST, 0, 1, null, Map.of("stages", "1")),
                        share -> {});
        int words = sentences.test().words(0).size();
        assertThat(judged.target()).isEqualTo(1);
        Judgements.JudgedLine deletion = judged.lines().stream()
                .filter(line -> line.metric().equals("deletion"))
                .findFirst()
                .orElseThrow();
        if (words < 6) {
            assertThat(deletion.reason()).isEqualTo("fewPlaces");
        } else {
            assertThat(java.util.Objects.requireNonNull(deletion.curve()).shares())
                    .hasSize(Math.min(words, 28) + 1);
        }
    }

    @Test
    void manyExamplesAreSummedUpInATableAndAFile() throws Exception {
        List<Double> shares = new ArrayList<>();
        SessionEvent.JudgedMany judged = judging.orElseThrow()
                .judgeMany(
                        new WorkerCommand.JudgeMany("q", "gradient-x-input", Part.TEST, 4, Map.of("orders", "5")),
                        shares::add);
        assertThat(judged.examples()).hasSize(4).doesNotHaveDuplicates().startsWith(0);
        int metrics = CredibilityMetrics.all().size();
        assertThat(judged.lines()).hasSize(metrics + 1).allSatisfy(line -> {
            assertThat(line.passed() + line.doubtful() + line.failed() + line.notMeasured())
                    .isEqualTo(4);
            assertThat(line.classes().stream()
                            .mapToInt(Judgements.ClassSummary::passed)
                            .sum())
                    .isEqualTo(line.passed());
        });
        Tensor values = Npy.read(folder.resolve(judged.valuesFile()));
        assertThat(values.shape()).containsExactly(4, 4 + 2 * metrics);
        assertThat(shares).isSorted().startsWith(0.0).endsWith(0.75);
    }

    @Test
    void modelsThatScoreStepsAreJudgedAtTheSurestOfEachExample() throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples/templates/bilstm-tagger.vitrine"));
        Dataset tagged =
                Examples.load(document.data().dataset(), document.data().options());
        ExplainedNetwork network = explained(document.flat().graph(), tagged);
        Judging judge = judging(tagged, network);
        SessionEvent.JudgedMany many = judge.judgeMany(
                new WorkerCommand.JudgeMany("q", "gradient-x-input", Part.TEST, 3, Map.of("orders", "5")), share -> {});
        Tensor values = Npy.read(folder.resolve(many.valuesFile()));
        for (int i = 0; i < 3; i++) {
            int example = many.examples().get(i);
            ExplainedNetwork.Subject subject =
                    network.subject(tagged.test().example(example)).at(null);
            int place = subject.place().getAsInt();
            float[] predictions = subject.model().predictions(subject.input());
            assertThat(values.row(i).values()).startsWith(example, Scores.best(predictions), place);
        }
        int other = ((int) values.row(0).values()[2] + 1) % 2;
        SessionEvent.Judged one = judge.judge(
                new WorkerCommand.Judge(
                        "q", "gradient-x-input", Part.TEST, 0, null, other, Map.of("stages", "1", "orders", "5")),
                share -> {});
        assertThat(one.place()).hasValue(other);
    }

    @Test
    void judgingStopsWhenNobodyWaits() {
        WorkerCommand.JudgeMany question =
                new WorkerCommand.JudgeMany("q", "gradient-x-input", Part.TEST, 10_000, Map.of());
        assertThatThrownBy(() -> judging.orElseThrow().judgeMany(question, share -> {
                    if (share > 0) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        Judging judge = judging.orElseThrow();
        assertThatThrownBy(() -> judge.judge(
                        new WorkerCommand.Judge("q", "tea-leaves", Part.TEST, 3, null, null, Map.of()), share -> {}))
                .hasMessageContaining("no attribution method \"tea-leaves\"");
        assertThatThrownBy(() -> judge.judge(
                        new WorkerCommand.Judge("q", "gradient", Part.TEST, 100_000, null, null, Map.of()),
                        share -> {}))
                .hasMessageContaining("no example 100000");
        assertThatThrownBy(() -> judge.judge(
                        new WorkerCommand.Judge("q", "gradient", Part.TEST, 1, null, null, Map.of("points", "1")),
                        share -> {}))
                .hasMessageContaining("\"points\" must be from");
        assertThatThrownBy(() -> judge.judgeMany(
                        new WorkerCommand.JudgeMany("q", "gradient", Part.TEST, 0, Map.of()), share -> {}))
                .hasMessageContaining("Judge 1 to");
    }

    @Test
    void layersAreRandomisedFromTheOutputDown() {
        Dataset digits = Examples.load("digits", Map.of());
        ExplainedNetwork network = explained(Models.cnn(), digits);
        ExplainedNetwork.Subject subject = network.subject(digits.test().example(0));
        Network trained = subject.model().twin();
        RandomisedModels models = network.randomised().of(null, subject.model().scored());
        List<String> layers = models.layers();
        assertThat(layers.get(0)).startsWith("ClassificationOutput");
        assertThat(layers.get(layers.size() - 1)).isEqualTo("Convolution2D1");
        float[] before = trained.params().dup().data().asFloat();
        for (int count = 0; count <= layers.size(); count++) {
            Network random = ((NetworkModel) models.randomised(count, 1)).twin();
            for (int i = 0; i < layers.size(); i++) {
                // Biases and scales begin as they begin always.
                String key = layers.get(i).startsWith("BatchNormalization") ? "" : "W";
                if (!key.isEmpty()) {
                    boolean same = random.getLayer(layers.get(i))
                            .getParam(key)
                            .equals(trained.getLayer(layers.get(i)).getParam(key));
                    assertThat(same).as("%s of %d", layers.get(i), count).isEqualTo(i >= count);
                }
            }
        }
        assertThat(trained.params().data().asFloat()).isEqualTo(before);
        Tensor input = one(subject.input());
        DifferentiableModel random = models.randomised(layers.size(), 1);
        Tensor scores = random.scores(input);
        assertThat(models.randomised(layers.size(), 2).scores(input)).isNotEqualTo(scores);
        assertThat(models.randomised(layers.size(), 1).scores(input)).isEqualTo(scores);
    }

    private static Tensor one(Tensor input) {
        int[] shape = new int[input.shape().length + 1];
        shape[0] = 1;
        System.arraycopy(input.shape(), 0, shape, 1, input.shape().length);
        return input.reshape(shape);
    }
}

package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.credibility.CredibilityCard;
import org.vitrine.attribution.credibility.Effort;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Readout;
import org.vitrine.attribution.credibility.Trial;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.worker.Examples;
import org.vitrine.worker.evaluate.Evaluator;
import org.vitrine.worker.explain.ExplainedNetwork.Subject;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.BriefTraining;

/** The card on a network that was trained, if briefly: LeNet on 6,000 digits, once each. */
class CredibilityTest {
    private static final int DIGITS = 4;

    private static Optional<ExplainedNetwork> lenet = Optional.empty();
    private static Optional<Dataset> data = Optional.empty();

    @BeforeAll
    static void train(@TempDir Path folder) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("..", "..", "examples", "lenet-mnist.vitrine"));
        ModelGraph graph = document.flat().graph();
        TrainingSettings settings = Parameters.with(document.training(), "epochs", 1);
        Dataset digits =
                Examples.first(6000, 300, Examples.load("mnist", document.data().options()));
        Network trained = BriefTraining.train(graph, digits, settings, folder);
        assertThat(Evaluator.evaluate(trained, digits).metric()).isGreaterThan(0.85);
        lenet = Optional.of(ExplainedNetwork.of(graph, digits, settings, trained));
        data = Optional.of(digits);
    }

    private static CredibilityCard card(AttributionMethod method, int example) {
        ExplainedNetwork network = lenet.orElseThrow();
        Dataset digits = data.orElseThrow();
        Subject subject = network.subject(digits.test().example(example));
        int actual = (int) digits.test().example(example).targets().values()[0];
        Trial trial = Trial.of(
                subject.model(),
                subject.input(),
                subject.mask(),
                actual,
                Readout.PROBABILITY,
                method,
                AttributionOptions.DEFAULT,
                List.of(AttributionMethods.byId("occlusion").orElseThrow()),
                Optional.of(
                        network.randomised().of(subject.mask(), subject.model().scored())),
                Effort.DEFAULT);
        return CredibilityCard.judge(trial, line -> {});
    }

    @Test
    void integratedGradientsPass() {
        AttributionMethod method =
                AttributionMethods.byId("integrated-gradients").orElseThrow();
        for (int example = 0; example < DIGITS; example++) {
            CredibilityCard card = card(method, example);
            assertThat(card.verdict()).as("digit %d: %s", example, card.lines()).isEqualTo(Verdict.PASS);
            assertThat(card.lines()).noneMatch(line -> line.verdict() == Verdict.NOT_MEASURED);
        }
    }

    @Test
    void anEdgeDetectorFails() {
        for (int example = 0; example < DIGITS; example++) {
            CredibilityCard card = card(new EdgeDetector(), example);
            assertThat(card.verdict()).as("digit %d: %s", example, card.lines()).isEqualTo(Verdict.FAIL);
            assertThat(line(card, "randomisation").value().orElseThrow()).isGreaterThan(0.999);
        }
    }

    private static Line line(CredibilityCard card, String metric) {
        return card.lines().stream()
                .filter(line -> line.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}

package org.vitrine.app.explain.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.arithmetic.Rule;
import org.vitrine.arithmetic.Source;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

class InsideViewModelTest {
    private static final NodeId INPUT = new NodeId("input");
    private static final NodeId DENSE = new NodeId("dense");
    private static final NodeId HEAD = new NodeId("head");
    private static final ModelGraph GRAPH = new ModelGraph(
            List.of(
                    new Node(INPUT, new Input()),
                    new Node(DENSE, new Dense(2, Activation.RELU)),
                    new Node(HEAD, new ClassificationOutput())),
            List.of(new Edge(INPUT, DENSE, 0), new Edge(DENSE, HEAD, 0)));

    private final HandInspector inspector = new HandInspector();
    private final InsideViewModel model = new InsideViewModel(Runnable::run);

    /** Answers when the test says so. */
    private static final class HandInspector implements Inspector {
        private final List<Integer> asked = new ArrayList<>();
        private final List<CompletableFuture<NetworkTrace>> answers = new ArrayList<>();

        @Override
        public CompletableFuture<NetworkTrace> trace(int example) {
            asked.add(example);
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        }

        @Override
        public CompletableFuture<TriedStep> tryStep(int example) {
            Tensor one = Tensor.of(new float[] {3, -4}, 2);
            return CompletableFuture.completedFuture(TriedStep.of(
                    2,
                    1.5,
                    0.1,
                    Map.of(
                            "before/dense/b", one,
                            "gradient/dense/b", Tensor.of(new float[] {1, -10}, 2),
                            "after/dense/b", Tensor.of(new float[] {2.5f, -3}, 2))));
        }
    }

    private static NetworkTrace trace(float second) {
        return NetworkTrace.of(
                GRAPH,
                Map.of(
                        "input", Tensor.of(new float[] {1, second}, 2),
                        "dense", Tensor.of(new float[] {0, 3 * second}, 2),
                        "head", Tensor.of(new float[] {3 * second, 0}, 2)),
                Map.of(
                        "dense/W", Tensor.of(new float[] {-1, 0, 0, 3}, 2, 2),
                        "dense/b", Tensor.zeros(2),
                        "head/W", Tensor.of(new float[] {0, 0, 1, 0}, 2, 2),
                        "head/b", Tensor.zeros(2)));
    }

    @BeforeEach
    void show() {
        model.show(inspector, OptionalInt.of(7));
        inspector.answers.get(0).complete(trace(2));
    }

    private InsideViewModel.Place place() {
        return model.place().get().orElseThrow();
    }

    private void follow(int row, int part) {
        model.follow(model.rows().get(row).parts().get(part).link().orElseThrow());
    }

    @Test
    void aTermLeadsDeeperAndThenToTheLayerBeforeAndBack() {
        model.choose(HEAD);
        assertThat(place().shown().rule()).isEqualTo(new Rule.Softmax(0));
        assertThat(place().shown().value()).isCloseTo(1 / (1 + Math.exp(-6)), within(1e-9));
        assertThat(model.rows()).extracting(TermRow::chosen).containsExactly(true, false);
        follow(0, 0);
        assertThat(place().path()).hasSize(2);
        assertThat(model.rows()).extracting(TermRow::value).containsExactly(6.0, 0.0, 0.0);
        assertThat(model.rows().get(0).parts()).extracting(TermRow.Part::text).containsExactly("dense [1]", "W [1, 0]");
        assertThat(model.rows().get(0).parts().get(1).link()).isEmpty();
        follow(0, 0);
        assertThat(place().node()).isEqualTo(DENSE);
        assertThat(place().cell()).isEqualTo(Cell.of(1));
        assertThat(model.back()).isTrue();
        assertThat(place().path()).hasSize(2);
        model.upTo(0);
        assertThat(place().path()).hasSize(1);
        model.follow(new Source.Parameter("W", Cell.of(0, 0)));
        assertThat(place().path()).hasSize(1);
    }

    @Test
    void layersFollowEachOtherToTheEnd() {
        assertThat(place().node()).isEqualTo(INPUT);
        assertThat(model.step(-1)).isFalse();
        assertThat(model.step(1)).isTrue();
        assertThat(place().node()).isEqualTo(DENSE);
        assertThat(place().cell()).as("the strongest value").isEqualTo(Cell.of(1));
        assertThat(model.step(1)).isTrue();
        assertThat(model.step(1)).isFalse();
        assertThat(place().node()).isEqualTo(HEAD);
    }

    @Test
    void anotherExampleIsSeenAtTheSamePlaceAndLateAnswersAreForgotten() {
        model.choose(DENSE, Cell.of(1));
        model.choose(OptionalInt.of(8));
        model.choose(OptionalInt.of(9));
        assertThat(inspector.asked).containsExactly(7, 8, 9);
        inspector.answers.get(2).complete(trace(5));
        inspector.answers.get(1).complete(trace(1));
        assertThat(place().cell()).isEqualTo(Cell.of(1));
        assertThat(place().shown().value()).isEqualTo(15);
    }

    @Test
    void whyThereIsNothingToSeeIsTold() {
        model.choose(OptionalInt.of(8));
        inspector.answers.get(1).completeExceptionally(new IllegalStateException("The worker is gone"));
        assertThat(model.failure().get()).isEqualTo("The worker is gone");
        assertThat(model.trace().get()).isEmpty();
        model.close();
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void aStepOfTrainingTellsLengthsAndTheLargestGradientsFirst() {
        model.tryStep();
        TriedStep.Change change = model.step().get().orElseThrow().changes().get(0);
        assertThat(change.norm()).isEqualTo(5);
        assertThat(change.gradientNorm()).isCloseTo(Math.sqrt(101), within(1e-9));
        assertThat(change.updateNorm()).isCloseTo(Math.sqrt(1.25), within(1e-9));
        assertThat(change.values(1)).containsExactly(new TriedStep.Value(Cell.of(1), -4, -10, -3));
        model.choose(OptionalInt.of(8));
        assertThat(model.step().get()).isEmpty();
    }
}

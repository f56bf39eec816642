package org.vitrine.app.explain.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.event.SessionEvent.SessionReady;

class LiveViewModelTest {
    private static final ModelGraph GRAPH =
            new ModelGraph(List.of(new Node(new NodeId("input"), new Input())), List.of());

    private final HandViewer viewer = new HandViewer();
    private final LiveViewModel model = new LiveViewModel(new Background(Runnable::run, Runnable::run));

    @BeforeEach
    void open() throws Exception {
        Dataset iris = DatasetCatalogue.builtIn().load(DataReference.of("iris"));
        model.show(new LiveViewModel.Model(iris, iris.targetNames(), true, Optional.empty()), viewer);
    }

    private static NewInput text(String text) {
        return NewInput.text(text);
    }

    private static Seen seen() {
        return Answers.seen(
                GRAPH,
                List.of(0.2, 0.5, 0.3),
                List.of(),
                List.of(),
                Map.of("look/input", Tensor.zeros(4), "input", Tensor.zeros(4)));
    }

    private void ready() {
        viewer.ready.complete(new SessionReady(List.of(), Map.of("grad-cam", "no convolution")));
    }

    @Test
    void whatWasGivenBeforeTheModelWasReadyIsAskedThen() {
        model.change(Optional.of(text("a")), 1);
        assertThat(viewer.asked).isEmpty();
        ready();
        assertThat(viewer.asked).containsExactly(text("a"));
        assertThat(viewer.methods).containsExactly("gradient-x-input");
        assertThat(model.methods().get())
                .contains("gradient", "integrated-gradients")
                .doesNotContain("grad-cam", "rise", "lime");
    }

    @Test
    void strokesThatComeMeanwhileAreReplacedByTheNewest() {
        ready();
        model.change(Optional.of(text("a")), 1);
        model.change(Optional.of(text("b")), 2);
        model.change(Optional.of(text("c")), 3);
        assertThat(viewer.asked).containsExactly(text("a"));
        viewer.answers.get(0).complete(seen());
        assertThat(viewer.asked).containsExactly(text("a"), text("c"));
        viewer.answers.get(1).complete(seen());
        LiveViewModel.Answered last = model.answered().get().orElseThrow();
        assertThat(last.since()).isEqualTo(2);
        model.painted(last, 5_000_002);
        assertThat(model.latency().get()).contains(5.0);
    }

    @Test
    void anotherMethodOrTargetAsksAgainAboutTheSameInput() {
        ready();
        model.change(Optional.of(text("a")), 1);
        viewer.answers.get(0).complete(seen());
        model.method().set("gradient");
        viewer.answers.get(1).complete(seen());
        model.target().set(OptionalInt.of(2));
        assertThat(viewer.asked).containsExactly(text("a"), text("a"), text("a"));
        assertThat(viewer.methods).endsWith("gradient", "gradient");
        assertThat(viewer.targets).endsWith(OptionalInt.empty(), OptionalInt.of(2));
    }

    @Test
    void anotherPlaceAsksAgainAboutTheSameInput() {
        ready();
        model.change(Optional.of(text("a")), 1);
        viewer.answers.get(0).complete(seen());
        model.place().set(OptionalInt.of(4));
        viewer.answers.get(1).complete(seen());
        model.place().set(OptionalInt.empty());
        assertThat(viewer.asked).containsExactly(text("a"), text("a"), text("a"));
        assertThat(viewer.places).containsExactly(OptionalInt.empty(), OptionalInt.of(4), OptionalInt.empty());
    }

    @Test
    void anEmptyInputShowsNothingAndALateAnswerStaysAway() {
        ready();
        model.change(Optional.of(text("a")), 1);
        model.change(Optional.empty(), 2);
        viewer.answers.get(0).complete(seen());
        assertThat(model.answered().get()).isEmpty();
    }

    @Test
    void whyThereIsNoAnswerIsTold() {
        ready();
        model.change(Optional.of(text("a")), 1);
        viewer.answers.get(0).completeExceptionally(new IllegalArgumentException("This model takes values"));
        assertThat(model.failure().get()).isEqualTo("This model takes values");
        assertThat(model.answered().get()).isEmpty();
        model.change(Optional.of(text("b")), 2);
        viewer.answers.get(1).complete(seen());
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void anotherModelForgetsTheOneBefore() throws Exception {
        ready();
        model.change(Optional.of(text("a")), 1);
        HandViewer other = new HandViewer();
        model.show(model.model().get().orElseThrow(), other);
        viewer.answers.get(0).complete(seen());
        assertThat(model.answered().get()).isEmpty();
        assertThat(model.methods().get()).isEmpty();
        assertThat(model.input().get().orElseThrow()).isInstanceOf(LiveInput.Columns.class);
        model.close();
        assertThat(model.input().get()).isEmpty();
    }
}

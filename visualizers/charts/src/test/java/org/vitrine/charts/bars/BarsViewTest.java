package org.vitrine.charts.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.testing.Stages;

class BarsViewTest {
    private static final List<String> FEATURES =
            List.of("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)");
    private static final double[] RELEVANCE = {0.12, -0.4, 1.9, -0.03};

    @Test
    void featuresStandInColumnOrderOrStrongestFirst() {
        FeatureBarsView view = Stages.show(420, 220, FeatureBarsView::new);
        Stages.fx(() -> view.show(FEATURES, RELEVANCE));
        assertThat(names(view)).containsExactlyElementsOf(FEATURES);
        Stages.fx(() -> view.sortedProperty().set(true));
        assertThat(names(view))
                .containsExactly("petal length (cm)", "sepal width (cm)", "sepal length (cm)", "petal width (cm)");
        assertThat(view.description()).contains("petal length (cm)");
    }

    @Test
    void ofVeryManyFeaturesTheStrongestAreShown() {
        FeatureBarsView view = Stages.show(420, 220, FeatureBarsView::new);
        List<String> many = IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
        double[] values = IntStream.range(0, 2000).mapToDouble(i -> i).toArray();
        Stages.fx(() -> view.show(many, values));
        assertThat(names(view)).hasSize(60).startsWith("1940").endsWith("1999");
        assertThat(view.lookupAll(".empty-text"))
                .extracting(node -> ((Label) node).getText())
                .containsExactly("1\u2009940 others count less");
    }

    @Test
    void namesAndValuesMustPair() {
        FeatureBarsView view = Stages.show(420, 220, FeatureBarsView::new);
        assertThatThrownBy(() -> view.show(List.of("one"), new double[2])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClickChoosesAClass() {
        List<Integer> chosen = new ArrayList<>();
        ProbabilityBarsView view = Stages.show(420, 220, () -> new ProbabilityBarsView(chosen::add));
        Stages.fx(() -> view.show(content()));
        ToggleButton row = (ToggleButton) view.lookup("#class-2");
        Stages.fx(row::fire);
        assertThat(chosen).containsExactly(2);
    }

    @Test
    void trueAndPredictedClassAreMarked() {
        ProbabilityBarsView view = Stages.show(420, 220, () -> new ProbabilityBarsView(index -> {}));
        Stages.fx(() -> view.show(content()));
        assertThat(content().predicted()).isEqualTo(1);
        assertThat(texts((ToggleButton) view.lookup("#class-1"))).contains("predicted");
        assertThat(texts((ToggleButton) view.lookup("#class-2"))).contains("true");
        assertThat(((ToggleButton) view.lookup("#class-1")).isSelected()).isTrue();
    }

    @Test
    void aPredictedClassThatIsTrueIsCorrect() {
        ProbabilityBarsView view = Stages.show(420, 220, () -> new ProbabilityBarsView(index -> {}));
        Stages.fx(() -> view.show(new ProbabilityBarsView.Content(
                List.of("cat", "dog"), List.of(0.8, 0.2), OptionalInt.of(0), OptionalInt.empty())));
        assertThat(texts((ToggleButton) view.lookup("#class-0"))).contains("correct");
        assertThat(texts((ToggleButton) view.lookup("#class-1"))).doesNotContain("correct");
    }

    @Test
    void namesTakeTheWidthOfTheLongest() {
        ProbabilityBarsView view = Stages.show(300, 220, () -> new ProbabilityBarsView(index -> {}));
        Stages.fx(() -> view.show(content()));
        Stages.fx(view::layout);
        assertThat(view.lookupAll(".bar-name"))
                .extracting(node -> ((Label) node).getPrefWidth())
                .hasSize(3)
                .containsOnly(((Label) view.lookup(".bar-name")).getPrefWidth())
                .allSatisfy(width -> assertThat(width).isBetween(50.0, 110.0));
    }

    @Test
    void screenshots() {
        Stages.screenshots("feature-bars", 460, 200, FeatureBarsView::new, view -> view.show(FEATURES, RELEVANCE));
        Stages.screenshots(
                "probability-bars", 460, 220, () -> new ProbabilityBarsView(index -> {}), view -> view.show(content()));
    }

    private static ProbabilityBarsView.Content content() {
        return new ProbabilityBarsView.Content(
                List.of("setosa", "versicolor", "virginica"),
                List.of(0.021, 0.62, 0.359),
                OptionalInt.of(2),
                OptionalInt.of(1));
    }

    private static List<String> names(FeatureBarsView view) {
        return view.getChildren().stream()
                .filter(node -> node.getStyleClass().contains("bar-name"))
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static List<String> texts(ToggleButton row) {
        return row.lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}

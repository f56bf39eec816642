package org.vitrine.app.explain.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.arithmetic.Rule;
import org.vitrine.arithmetic.Source;
import org.vitrine.charts.activations.ActivationFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

class InsideViewModelTest {
    private static final NodeId INPUT = new NodeId("input");
    static final NodeId DENSE = new NodeId("dense");
    static final NodeId HEAD = new NodeId("head");
    private static final ModelGraph GRAPH = new ModelGraph(
            List.of(
                    new Node(INPUT, new Input()),
                    new Node(DENSE, new Dense(2, Activation.RELU)),
                    new Node(HEAD, new ClassificationOutput())),
            List.of(new Edge(INPUT, DENSE, 0), new Edge(DENSE, HEAD, 0)));

    private final HandInspector inspector = new HandInspector();
    private final InsideViewModel model = new InsideViewModel(Runnable::run);

    /** What the network computes for an input of 1 and another number. */
    static NetworkTrace trace(float second) {
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
        model.show(Networks.opened(inspector, GRAPH, "iris"), OptionalInt.of(7));
        inspector.answer(0).complete(trace(2));
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
        assertThat(inspector.asked()).containsExactly(7, 8, 9);
        inspector.answer(2).complete(trace(5));
        inspector.answer(1).complete(trace(1));
        assertThat(place().cell()).isEqualTo(Cell.of(1));
        assertThat(place().shown().value()).isEqualTo(15);
    }

    @Test
    void whyThereIsNothingToSeeIsTold() {
        model.choose(OptionalInt.of(8));
        inspector.answer(1).completeExceptionally(new IllegalStateException("The worker is gone"));
        assertThat(model.failure().get()).isEqualTo("The worker is gone");
        assertThat(model.trace().get()).isEmpty();
        model.close();
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void theTableOfAUnitHasAllTermsThenTheSumThenWhatIsMadeOfIt() {
        model.choose(DENSE, Cell.of(1));

        assertThat(lines(InsideTables.arithmetic(place().shown(), model::name)))
                .containsExactly(
                        "number,part,factor 1,value 1,factor 2,value 2,result",
                        "sum of unit 1,product,input [0],1.0,W [0, 1],0.0,0.0",
                        "sum of unit 1,product,input [1],2.0,W [1, 1],3.0,6.0",
                        "sum of unit 1,bias,b [1],0.0,,,0.0",
                        "sum of unit 1,sum,,,,,6.0",
                        "Dense [1],term,sum of unit 1,6.0,,,6.0",
                        "Dense [1],relu,,,,,6.0");
    }

    @Test
    void theTableOfALayerHasAllItsValuesWithTheirIndices() {
        assertThat(lines(InsideTables.values(DENSE, trace(2).output(DENSE).values(), cell -> Optional.empty())))
                .containsExactly("layer,unit,value", "dense,0,0.0", "dense,1,6.0");
        Tensor maps = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
        assertThat(lines(InsideTables.values(DENSE, maps, cell -> Optional.empty())))
                .hasSize(9)
                .startsWith("layer,channel,row,column,value")
                .contains("dense,1,0,1,6.0");
    }

    @Test
    void whatIsPredictedIsToldInTheUnitsOfTheData() {
        NodeId output = new NodeId("output");
        ModelGraph graph = new ModelGraph(
                List.of(new Node(INPUT, new Input()), new Node(output, new RegressionOutput(RegressionLoss.MSE))),
                List.of(new Edge(INPUT, output, 0)));
        Opened cars = Networks.opened(inspector, graph, "cars");
        Scale scale = cars.dataset().targetScales().get(0);
        int columns = cars.dataset().presentation().columnNames().size();
        Tensor weights = Tensor.of(new float[columns], columns, 1);
        NetworkTrace trace = NetworkTrace.of(
                graph,
                Map.of("input", Tensor.of(new float[columns], columns), "output", Tensor.of(new float[] {0.5f}, 1)),
                Map.of("output/W", weights, "output/b", Tensor.of(new float[] {0.5f}, 1)));
        model.show(cars, OptionalInt.of(0));
        inspector.answer(1).complete(trace);

        assertThat(model.meaning().orElseThrow().name())
                .as("a column of the input")
                .isEqualTo(cars.dataset().presentation().columnNames().get(0));
        model.choose(output);
        assertThat(model.meaning().orElseThrow().value()).isCloseTo(scale.invert(0.5), within(1e-6));
        Tensor values = trace.output(output).values();
        assertThat(lines(InsideTables.values(
                        output, values, cell -> cars.meaning(graph.node(output).orElseThrow(), values, cell))))
                .first()
                .isEqualTo("layer,unit,value,name,in the units of the data");
    }

    @Test
    void aColouredInputIsAPictureAndItsPixelsAreValuesOfTheChosenChannel() {
        Opened emoji = Networks.opened(inspector, GRAPH, "emoji");
        Tensor values = emoji.dataset().test().example(0).inputs().row(0);
        int[] shape = values.shape();
        Node input = GRAPH.node(INPUT).orElseThrow();

        Raster picture = emoji.picture(input, values).orElseThrow();

        assertThat(picture.channels()).isEqualTo(3);
        assertThat(emoji.picture(GRAPH.node(DENSE).orElseThrow(), values)).isEmpty();
        int plane = shape[1] * shape[2];
        ActivationFigure figure = new ActivationFigure(values, plane + 5, Optional.of(picture));
        double width = 4 * shape[2] + 3 * 6;
        assertThat(figure.place(7.5, 0.5, width, shape[1]))
                .as("a pixel of the picture")
                .isEqualTo(plane + 7);
        assertThat(figure.place(shape[2] + 6 + 7.5, 0.5, width, shape[1]))
                .as("the same pixel of the first channel")
                .isEqualTo(7);
    }

    @Test
    void aLayerWithoutValuesIsNotGoneTo() {
        model.choose(new NodeId("elsewhere"));
        assertThat(place().node()).isEqualTo(INPUT);
        assertThat(model.back()).isFalse();
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", table.columns())));
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(String.valueOf(table.cells().at(row, column)));
            }
            lines.add(String.join(",", cells));
        }
        return lines;
    }

    @Test
    void aStepOfTrainingTellsLengthsAndTheLargestGradientsFirst() {
        model.tryStep();
        TriedStep.Change change = model.step().get().orElseThrow().changes().get(0);
        assertThat(change.norm()).isEqualTo(5);
        assertThat(change.gradientNorm()).isCloseTo(Math.sqrt(101), within(1e-9));
        assertThat(change.updateNorm()).isCloseTo(Math.sqrt(1.25), within(1e-9));
        assertThat(lines(InsideTables.step(model.step().get().orElseThrow())))
                .containsExactly(
                        "parameter,cell,before,gradient,update,after",
                        "dense/b,[0],3.0,1.0,-0.5,2.5",
                        "dense/b,[1],-4.0,-10.0,1.0,-3.0");
        assertThat(change.values(1)).containsExactly(new TriedStep.Value(Cell.of(1), -4, -10, -3));
        model.choose(OptionalInt.of(8));
        assertThat(model.step().get()).isEmpty();
    }
}

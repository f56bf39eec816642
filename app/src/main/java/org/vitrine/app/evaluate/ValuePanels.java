package org.vitrine.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.PointsFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.evaluation.Mistakes;

/** Panels of predicted values. */
final class ValuePanels {
    private static final int WORST = 60;
    private static final int WINDOW = 240;

    private final Tested tested;
    private final Choice choice;
    private final ValueFigures figures;

    ValuePanels(Tested tested, Choice choice) {
        this.tested = tested;
        this.choice = choice;
        this.figures = new ValueFigures(tested);
    }

    boolean forecasts() {
        return figures.forecasts();
    }

    EvaluationPanel predictedActual() {
        return points("scatter", "mdi2c-chart-scatter-plot", figures::predictedActual);
    }

    EvaluationPanel residuals() {
        return points("residuals", "mdi2c-chart-scatter-plot-hexbin", figures::residuals);
    }

    private EvaluationPanel points(String id, String icon, BiFunction<Integer, Integer, PointsFigure> figure) {
        FigureView view = EvaluationPanel.view(id);
        PointsFigure[] shown = new PointsFigure[1];
        Runnable show = () -> {
            shown[0] = figure.apply(choice.value().get(), choice.example().get().orElse(-1));
            view.show(shown[0]);
        };
        EvaluationPanel.watch(show, choice.value(), choice.example());
        view.setOnMouseClicked(
                event -> choice.look(shown[0].at(event.getX(), event.getY(), view.getWidth(), view.getHeight())));
        return EvaluationPanel.of(id, icon, view, this::table, values(id));
    }

    EvaluationPanel histogram() {
        FigureView view = EvaluationPanel.view("histogram");
        choice.value().subscribe(value -> view.show(figures.histogram(value.intValue())));
        return EvaluationPanel.of("histogram", "mdi2c-chart-histogram", view, this::table);
    }

    EvaluationPanel quantiles() {
        FigureView view = EvaluationPanel.view("quantiles");
        choice.value().subscribe(value -> view.show(figures.quantiles(value.intValue())));
        return EvaluationPanel.of("quantiles", "mdi2c-chart-line", view, () -> {
            PointsFigure figure = figures.quantiles(choice.value().get());
            return Optional.of(new Table(
                    List.of(figure.xName(), figure.yName()),
                    figure.x().length,
                    (row, column) -> column == 0 ? figure.x()[row] : figure.y()[row]));
        });
    }

    /** Forecast against truth over time. */
    EvaluationPanel forecast() {
        FigureView view = EvaluationPanel.view("forecast");
        int last = Math.max(0, tested.test().outputs().length - WINDOW);
        Slider from = new Slider(0, Math.max(1, last), 0);
        from.setId("slider-forecast");
        from.setAccessibleText(Texts.get("evaluate.forecast.from"));
        Runnable show = () -> view.show(figures.forecast(
                choice.value().get(),
                choice.example().get().orElse(-1),
                (int) Math.min(last, from.getValue()),
                WINDOW));
        EvaluationPanel.watch(show, choice.value(), choice.example(), from.valueProperty());
        HBox controls = new HBox(10, values("forecast"));
        if (last > 0) {
            controls.getChildren().add(from);
        }
        return EvaluationPanel.of("forecast", "mdi2c-chart-timeline-variant", view, this::table, controls);
    }

    private Optional<Table> table() {
        int value = choice.value().get();
        double[] actual = figures.actual(value);
        double[] predicted = figures.predicted(value);
        return Optional.of(new Table(
                List.of(
                        Texts.get("evaluate.example"),
                        Texts.get("evaluate.value.actual"),
                        Texts.get("evaluate.value.predicted"),
                        Texts.get("evaluate.residual")),
                actual.length,
                (row, column) -> switch (column) {
                    case 0 -> row;
                    case 1 -> actual[row];
                    case 2 -> predicted[row];
                    default -> actual[row] - predicted[row];
                }));
    }

    /** Chooses the target value, if there are several. */
    private ComboBox<String> values(String id) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("value-of-" + id);
        box.getItems().setAll(tested.test().targetNames());
        choice.value().subscribe(index -> box.getSelectionModel().select(index.intValue()));
        box.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0) {
                choice.value().set(index.intValue());
            }
        });
        box.setVisible(box.getItems().size() > 1);
        box.setManaged(box.isVisible());
        return box;
    }

    /** The examples with the largest errors. */
    EvaluationPanel mistakes(TestExamples examples) {
        List<Integer> worst = tested.test().outputs().length == 0
                ? IntStream.empty().boxed().toList()
                : Mistakes.largest(figures.absoluteErrors(0), WORST);
        return ExamplePanels.tiles("worst", "mdi2a-alert-outline", tested, choice, examples, worst);
    }
}

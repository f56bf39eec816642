package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.matrix.ClassMetricsTable;
import org.vitrine.charts.matrix.ConfusionMatrixView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.evaluation.Calibration;
import org.vitrine.datasets.evaluation.Mistakes;
import org.vitrine.datasets.evaluation.ThresholdCounts;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Panels of predicted classes. */
final class ClassPanels {
    private static final int MISTAKES = 60;
    /** More do not fit into the view with margins. */
    private static final int FEW_CLASSES = 20;

    private final Tested tested;
    private final TestEvaluation test;
    private final Choice choice;
    private final ClassFigures figures;

    ClassPanels(Tested tested, Choice choice) {
        this.tested = tested;
        this.test = tested.test();
        this.choice = choice;
        this.figures = new ClassFigures(test);
    }

    /** The confusion matrix: a cell chooses the examples behind it and the class. */
    EvaluationPanel confusion() {
        if (test.targetNames().size() > FEW_CLASSES) {
            return manyClasses();
        }
        ConfusionMatrixView matrix = new ConfusionMatrixView();
        matrix.setId("confusion-matrix");
        matrix.show(figures.metrics(), test.targetNames());
        int[] cell = {-1, -1};
        matrix.onOpenProperty().set(opened -> {
            cell[0] = opened.actual();
            cell[1] = opened.predicted();
            look(opened.actual(), opened.predicted());
        });
        Panel panel = new Panel(
                "confusion",
                Texts.get("evaluate.confusion"),
                matrix,
                () -> Optional.of(figures.confusion(cell[0], cell[1])),
                () -> Optional.of(counts()));
        return new EvaluationPanel(panel, "mdi2g-grid");
    }

    /** A matrix that shrinks into its room. */
    private EvaluationPanel manyClasses() {
        FigureView view = EvaluationPanel.view("confusion");
        int[] cell = {-1, -1};
        view.show(figures.confusion(-1, -1));
        view.setOnMouseClicked(event -> {
            int[] at = figures.confusion(-1, -1).at(event.getX(), event.getY(), view.getWidth(), view.getHeight());
            if (at[0] >= 0) {
                cell[0] = at[0];
                cell[1] = at[1];
                view.show(figures.confusion(cell[0], cell[1]));
                look(cell[0], cell[1]);
            }
        });
        return EvaluationPanel.of("confusion", "mdi2g-grid", view, () -> Optional.of(counts()));
    }

    private void look(int actual, int predicted) {
        choice.type().set(OptionalInt.of(actual));
        if (test.stepCounts().length == 0) {
            choice.some().set(behind(actual, predicted));
        }
    }

    private Choice.Some behind(int actual, int predicted) {
        List<Integer> examples = IntStream.range(0, test.actual().length)
                .filter(i -> test.actual()[i] == actual && test.predicted()[i] == predicted)
                .boxed()
                .toList();
        return new Choice.Some(
                test.targetNames().get(actual) + " \u2192 " + test.targetNames().get(predicted), examples);
    }

    private Table counts() {
        List<String> columns = new ArrayList<>(List.of(Texts.get("evaluate.actual")));
        columns.addAll(test.targetNames());
        ClassificationMetrics metrics = figures.metrics();
        return new Table(
                columns,
                metrics.classes(),
                (row, column) -> column == 0 ? test.targetNames().get(row) : metrics.count(row, column - 1));
    }

    /** Precision, recall and F1 of each class. */
    EvaluationPanel perClass() {
        ClassMetricsTable table = new ClassMetricsTable();
        table.setId("class-table");
        table.show(figures.metrics(), test.targetNames());
        Panel panel = new Panel(
                "classes",
                Texts.get("evaluate.classes"),
                table,
                () -> Optional.of(new TableFigure(
                        heads(),
                        IntStream.range(0, test.targetNames().size())
                                .mapToObj(k -> texts(row(k)))
                                .toList(),
                        List.of(0.3, 0.175, 0.175, 0.175, 0.175),
                        choice.type().get().orElse(-1))),
                EvaluationPanel.table(
                        heads(), () -> IntStream.range(0, test.targetNames().size())
                                .mapToObj(this::row)
                                .toList()));
        return new EvaluationPanel(panel, "mdi2t-table");
    }

    private static List<String> heads() {
        return List.of(
                Texts.get("evaluate.class"),
                Texts.get("evaluate.precision"),
                Texts.get("evaluate.recall"),
                Texts.get("evaluate.f1"),
                Texts.get("evaluate.counts"));
    }

    private List<Object> row(int k) {
        ClassificationMetrics metrics = figures.metrics();
        return List.of(
                test.targetNames().get(k), metrics.precision(k), metrics.recall(k), metrics.f1(k), metrics.support(k));
    }

    private static List<String> texts(List<Object> row) {
        return row.stream()
                .map(cell -> cell instanceof Double share ? Numbers.percent(share) : cell.toString())
                .toList();
    }

    /** The receiver operating characteristic of each class. */
    EvaluationPanel roc() {
        FigureView view = EvaluationPanel.view("roc");
        Runnable show = () ->
                view.show(figures.roc(choice.type().get(), choice.threshold().get()));
        EvaluationPanel.watch(show, choice.type(), choice.threshold());
        return EvaluationPanel.of(
                "roc", "mdi2c-chart-bell-curve-cumulative", view, () -> Optional.of(steps()), types("roc"));
    }

    /** Precision over recall of each class, and what a threshold does. */
    EvaluationPanel precisionRecall() {
        FigureView view = EvaluationPanel.view("precision-recall");
        Slider slider = slider("threshold");
        slider.valueProperty().bindBidirectional(choice.threshold());
        Label note = EvaluationPanel.note("threshold");
        Runnable show = () -> {
            view.show(figures.precisionRecall(
                    choice.type().get(), choice.threshold().get()));
            note.setText(thresholdText());
        };
        EvaluationPanel.watch(show, choice.type(), choice.threshold());
        return EvaluationPanel.of(
                "precision-recall",
                "mdi2c-chart-line-variant",
                view,
                () -> Optional.of(steps()),
                types("precision-recall"),
                slider,
                note);
    }

    private String thresholdText() {
        if (choice.type().get().isEmpty()) {
            return Texts.get("evaluate.threshold.none");
        }
        ThresholdCounts counts = figures.curves()
                .of(choice.type().get().getAsInt())
                .at(choice.threshold().get());
        return Texts.format(
                "evaluate.threshold",
                Numbers.significant(choice.threshold().get(), 2),
                Numbers.percent(counts.precision()),
                Numbers.percent(counts.recall()),
                Numbers.percent(counts.f1()),
                Numbers.count(counts.truePositives()),
                Numbers.count(counts.falsePositives()),
                Numbers.count(counts.falseNegatives()),
                Numbers.count(counts.trueNegatives()));
    }

    static Slider slider(String id) {
        Slider slider = new Slider(0, 1, 0.5);
        slider.setId("slider-" + id);
        slider.setPrefWidth(150);
        slider.setMinWidth(90);
        slider.setAccessibleText(Texts.get("evaluate." + id + ".spoken"));
        return slider;
    }

    /** Chooses the class that is looked at, or all. */
    private ComboBox<Integer> types(String id) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("class-of-" + id);
        box.getItems().add(-1);
        IntStream.range(0, test.targetNames().size()).forEach(box.getItems()::add);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer index) {
                return index == null || index < 0
                        ? Texts.get("evaluate.class.all")
                        : test.targetNames().get(index);
            }

            @Override
            public Integer fromString(String text) {
                return test.targetNames().indexOf(text);
            }
        });
        choice.type().subscribe(chosen -> box.setValue(chosen.orElse(-1)));
        box.valueProperty().subscribe(index -> choice.type()
                .set(index == null || index < 0 ? OptionalInt.empty() : OptionalInt.of(index)));
        box.setMinWidth(90);
        HBox.setHgrow(box, Priority.NEVER);
        return box;
    }

    /** All steps of all curves. */
    private Table steps() {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < figures.curves().classes(); k++) {
            for (ThresholdCounts counts : figures.curves().of(k).steps()) {
                rows.add(List.of(
                        test.targetNames().get(k),
                        counts.threshold(),
                        counts.falsePositiveRate(),
                        counts.recall(),
                        counts.precision()));
            }
        }
        return Table.of(
                List.of(
                        Texts.get("evaluate.class"),
                        Texts.get("evaluate.threshold.name"),
                        Texts.get("evaluate.fpr"),
                        Texts.get("evaluate.tpr"),
                        Texts.get("evaluate.precision")),
                rows);
    }

    /** Whether the model is right as often as it is sure. */
    EvaluationPanel reliability() {
        FigureView view = EvaluationPanel.view("reliability");
        view.show(figures.reliability());
        Label note = EvaluationPanel.note("reliability");
        note.setText(figures.calibrationText());
        return EvaluationPanel.of(
                "reliability",
                "mdi2s-scale-balance",
                view,
                EvaluationPanel.table(
                        List.of(
                                Texts.get("evaluate.bin.from"),
                                Texts.get("evaluate.bin.to"),
                                Texts.get("evaluate.counts"),
                                Texts.get("evaluate.confidence"),
                                Texts.get("evaluate.accuracy")),
                        () -> figures.calibration().bins().stream()
                                .map(ClassPanels::bin)
                                .toList()),
                note);
    }

    private static List<Object> bin(Calibration.Bin bin) {
        return List.of(bin.from(), bin.to(), bin.count(), bin.confidence(), bin.accuracy());
    }

    /** How pairs are told apart by the distance of their embeddings. */
    EvaluationPanel verification() {
        FigureView view = EvaluationPanel.view("verification");
        view.show(ClassFigures.verification(test));
        return EvaluationPanel.of(
                "verification",
                "mdi2c-chart-bell-curve-cumulative",
                view,
                EvaluationPanel.table(
                        List.of(
                                Texts.get("evaluate.threshold.name"),
                                Texts.get("evaluate.falseAccepts"),
                                Texts.get("evaluate.trueAccepts")),
                        () -> test.roc().stream()
                                .map(point -> List.of(point.threshold(), point.falseAccepts(), point.trueAccepts()))
                                .toList()));
    }

    /** What the model was surest of and wrong about. */
    EvaluationPanel mistakes(TestExamples examples) {
        List<Integer> worst = Mistakes.mostConfident(test.actual(), test.predicted(), test.outputs(), MISTAKES);
        return ExamplePanels.tiles("mistakes", "mdi2a-alert-outline", tested, choice, examples, worst);
    }
}

package org.vitrine.app.design.forecast;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.Units;
import org.vitrine.charts.format.Numbers;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.cost.GraphCost;
import org.vitrine.runs.forecast.Forecast;

/** The panel below the canvas: forecast, table, totals; and the overlay on the canvas. */
public final class ForecastView extends VBox {
    private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");

    private final ForecastViewModel model;
    private final DesignerView designer;
    private final AnalysisTable table = new AnalysisTable();
    private final Legend legend = new Legend();
    private final Label forecast = new Label();
    private final Label kind = new Label();
    private final Label totals = new Label();
    private final Label times = new Label();

    /** @param whyNot why the document can not be trained now; empty if it can */
    public ForecastView(ForecastViewModel model, DesignerView designer, StringBinding whyNot) {
        this.model = model;
        this.designer = designer;
        setId("analysis");
        getStyleClass().add("analysis-panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        totals.setId("analysis-totals");
        times.getStyleClass().add("text-muted");
        FlowPane foot = new FlowPane(16, 2, totals, times);
        getChildren().addAll(head(whyNot), table, foot);
        model.analysisProperty().subscribe(now -> show());
        model.quantityProperty().subscribe(now -> show());
        model.badgesProperty().subscribe(now -> overlay());
        designer.view().selectionProperty().addListener((observable, before, now) -> table.select(now.singleNode()));
        table.onChosen(node -> {
            if (!designer.view().selection().equals(Selection.of(node))) {
                designer.view().select(Selection.of(node));
                designer.canvas().reveal(List.of(node));
            }
        });
    }

    private FlowPane head(StringBinding whyNot) {
        forecast.setId("analysis-forecast");
        kind.setId("analysis-kind");
        kind.getStyleClass().add("analysis-kind");
        kind.managedProperty().bind(kind.visibleProperty());
        Button measure = new Button(Texts.get("analysis.measure"));
        measure.setId("analysis-measure");
        measure.setOnAction(event -> model.measure());
        measure.disableProperty().bind(whyNot.isNotEmpty());
        measure.visibleProperty().bind(model.measuresProperty().not());
        measure.managedProperty().bind(measure.visibleProperty());
        Tooltip why = new Tooltip();
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> whyNot.get().isEmpty() ? Texts.get("analysis.measure.about") : whyNot.get(), whyNot));
        measure.setTooltip(why);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.progressProperty().get() > 0
                                ? model.progressProperty().get()
                                : ProgressBar.INDETERMINATE_PROGRESS,
                        model.progressProperty()));
        Button cancel = new Button(Texts.get("analysis.cancel"));
        cancel.setId("analysis-cancel");
        cancel.setOnAction(event -> model.cancel());
        HBox busy = new HBox(8, bar, cancel);
        busy.setAlignment(Pos.CENTER_LEFT);
        busy.visibleProperty().bind(model.measuresProperty());
        busy.managedProperty().bind(busy.visibleProperty());
        Label trouble = new Label();
        trouble.getStyleClass().add("failure");
        trouble.setId("analysis-trouble");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        FlowPane head = new FlowPane(12, 6, kind, forecast, measure, busy, trouble, overlayChoice(), copy());
        head.setRowValignment(VPos.CENTER);
        return head;
    }

    private HBox overlayChoice() {
        ComboBox<Quantity> choice = new ComboBox<>();
        choice.setId("analysis-overlay");
        choice.getItems().setAll(Quantity.values());
        choice.setConverter(new Shown<>(quantity -> quantity.title()));
        choice.valueProperty().bindBidirectional(model.quantityProperty());
        Label label = new Label(Texts.get("analysis.overlay"));
        label.setLabelFor(choice);
        HBox box = new HBox(6, label, choice);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private MenuButton copy() {
        MenuItem csv = new MenuItem(Texts.get("analysis.copy.csv"));
        csv.setOnAction(event -> copy(TableText.csv(model.analysisProperty().get())));
        MenuItem markdown = new MenuItem(Texts.get("analysis.copy.markdown"));
        markdown.setOnAction(
                event -> copy(TableText.markdown(model.analysisProperty().get())));
        MenuButton button = new MenuButton(Texts.get("analysis.copy"), null, csv, markdown);
        button.setId("analysis-copy");
        return button;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show() {
        Analysis now = model.analysisProperty().get();
        table.show(
                now, model.quantityProperty().get(), designer.view().selection().singleNode());
        int epochs = designer.model().document().training().epochs();
        forecast.setText(now.forecast()
                .map(found -> ForecastLine.of(found, epochs))
                .orElseGet(() -> Texts.get("analysis.forecast.none")));
        kind.setVisible(now.forecast().isPresent());
        boolean measured = now.forecast().map(Forecast::measured).orElse(false);
        kind.setText(Texts.get(measured ? "analysis.kind.measured" : "analysis.kind.estimated"));
        kind.pseudoClassStateChanged(MEASURED, measured);
        GraphCost total = now.total();
        totals.setText(Texts.format(
                "analysis.totals",
                Numbers.count(now.rows().size()),
                Numbers.count(total.parameters()),
                Units.count(total.multiplyAdds()),
                Units.bytes(total.activationBytes())));
        times.setText(timesText(now));
        overlay();
    }

    private static String timesText(Analysis now) {
        if (now.stepSeconds().isEmpty()) {
            return Texts.get("analysis.times.none");
        }
        String step = Units.seconds(now.stepSeconds().getAsDouble());
        Optional<String> run = now.timesFrom();
        return run.isPresent()
                ? Texts.format("analysis.times.run", step, run.get())
                : Texts.format("analysis.times.measured", step);
    }

    private void overlay() {
        Quantity quantity = model.quantityProperty().get();
        legend.show(quantity, model.analysisProperty().get().most(quantity));
        designer.canvas().setBadges(model.badgesProperty().get(), quantity == Quantity.NONE ? null : legend);
    }
}

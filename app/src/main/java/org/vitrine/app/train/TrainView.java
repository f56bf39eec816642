package org.vitrine.app.train;

import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.action.Actions;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.layer.Metric;

/** The Train stage: controls, live numbers, curves, test results and log of one run. */
public final class TrainView extends VBox {
    private final TabPane tabs = new TabPane();

    /**
     * @param device the device chooser
     * @param openCell shows the test examples behind a cell of the confusion matrix: actual, predicted class
     */
    public TrainView(TrainViewModel model, Actions actions, Node device, BiConsumer<Integer, Integer> openCell) {
        SimpleObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.ACCURACY);
        CurvesPane curves = new CurvesPane(model.state());
        ResultsPane results = new ResultsPane(actions.get("explainRun"), openCell);
        ListView<String> log = new ListView<>();
        log.setId("run-log");

        tab("train.curves", curves);
        tab("train.results", results);
        tab("train.log", log);
        tabs.setId("train-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox body = new VBox(12, new RunHeader(model), new RunFigures(model.state(), metric), tabs);
        body.setStyle("-fx-padding: 12 16 16 16;");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new RunStrip(model, actions, device), body);

        model.run()
                .subscribe(shown -> shown.ifPresent(run -> {
                    metric.set(run.metric());
                    curves.show(run.curves(), run.metric());
                    log.setItems(run.log());
                    results.evaluationProperty().bind(run.evaluation());
                    tabs.getSelectionModel().selectFirst();
                }));
    }

    /** Turns to the test results. */
    public void showResults() {
        tabs.getSelectionModel().select(1);
    }

    private void tab(String key, Node content) {
        Tab tab = new Tab(Texts.get(key), content);
        tab.setClosable(false);
        content.setStyle("-fx-padding: 8 0 0 0;");
        tabs.getTabs().add(tab);
    }
}

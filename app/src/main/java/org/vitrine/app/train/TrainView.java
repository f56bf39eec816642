package org.vitrine.app.train;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.vitrine.app.action.Actions;
import org.vitrine.app.evaluate.EvaluateViewModel;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.words.WordsView;
import org.vitrine.app.words.WordsViewModel;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.layer.Metric;

/** The Train stage: controls, live numbers, curves, test results and log of one run. */
public final class TrainView extends VBox {
    private final TabPane tabs = new TabPane();
    private final WordsViewModel vectors = new WordsViewModel();
    private final Tab results;
    private final Tab words;
    private Subscription following = Subscription.EMPTY;

    /**
     * @param panels what shows a run while it learns
     * @param device the device chooser
     * @param evaluate what the model made of the test part
     */
    public TrainView(
            TrainViewModel model,
            RunPanels panels,
            Actions actions,
            Node device,
            EvaluateViewModel evaluated,
            Node evaluate) {
        SimpleObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.ACCURACY);
        RunFigures figures = new RunFigures(model.state(), metric);
        ListView<String> log = new ListView<>();
        log.setId("run-log");

        results = tab("train.results", evaluate);
        evaluated.active().bind(results.selectedProperty());
        words = tab("train.words", new WordsView(vectors));
        tabs.getTabs().setAll(tab("train.curves", panels.node()), results, tab("train.log", log));
        tabs.setId("train-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox body = new VBox(12, new RunHeader(model), figures, tabs);
        body.setStyle("-fx-padding: 12 16 16 16;");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new RunStrip(model, actions, device), body);

        model.run()
                .subscribe(shown -> shown.ifPresent(run -> {
                    metric.set(run.metric());
                    panels.show(run);
                    figures.showScores(!run.trainsWords());
                    log.setItems(run.log());
                    evaluated.evaluation().unbind();
                    evaluated.evaluation().set(Optional.empty());
                    evaluated.run().set(Optional.of(run.directory()));
                    evaluated.evaluation().bind(run.evaluation());
                    showTab(run.trainsWords() ? words : results);
                    tabs.getSelectionModel().selectFirst();
                    following.unsubscribe();
                    following = run.vectors().subscribe(this::showVectors);
                }));
    }

    private void showTab(Tab judged) {
        if (tabs.getTabs().get(1) != judged) {
            tabs.getTabs().set(1, judged);
        }
    }

    private void showVectors(Optional<WordVectors> shown) {
        vectors.show(shown);
        if (shown.isPresent()) {
            tabs.getSelectionModel().select(words);
        }
    }

    /** Turns to the test results. */
    public void showResults() {
        tabs.getSelectionModel().select(1);
    }

    private static Tab tab(String key, Node content) {
        Tab tab = new Tab(Texts.get(key), content);
        tab.setClosable(false);
        content.setStyle("-fx-padding: 8 0 0 0;");
        return tab;
    }
}

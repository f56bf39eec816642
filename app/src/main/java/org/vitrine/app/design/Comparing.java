package org.vitrine.app.design;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.app.design.DesignStage.Tools;
import org.vitrine.app.design.compare.ComparisonView;
import org.vitrine.app.design.compare.ComparisonView.Choice;
import org.vitrine.app.design.compare.ComparisonViewModel;
import org.vitrine.app.design.compare.ComparisonViewModel.Other;
import org.vitrine.app.design.history.HistoryView;
import org.vitrine.app.design.history.HistoryViewModel;
import org.vitrine.app.design.history.HistoryViewModel.Entry;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.DesignerView.Place;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.NodeId;
import org.vitrine.runs.store.RunEntry;

/** The panels that compare the document with others and list its versions, wired. */
final class Comparing implements ComparisonView.Handler {
    private static final String PANEL = "compare";
    private static final String HISTORY = "history";
    private static final int RUNS_LISTED = 20;

    private final Tools tools;
    private final DesignerView view;
    private final ComparisonViewModel comparison;

    Comparing(Tools tools, DesignerView view, Latest forComparison, Latest forHistory) {
        this.tools = tools;
        this.view = view;
        comparison = new ComparisonViewModel(
                tools.project().graph(), forComparison, tools.windows().errors());
        HistoryViewModel history = new HistoryViewModel(tools.project(), forHistory);
        view.addPanel(Place.BELOW, PANEL, Texts.get("panel.compare"), new ComparisonView(comparison, this));
        view.whenShown(PANEL, comparison.shownProperty()::set);
        view.addPanel(
                Place.BELOW,
                HISTORY,
                Texts.get("panel.history"),
                new HistoryView(history, new HistoryView.Handler(this::open, this::compare)));
        view.whenShown(HISTORY, history.shownProperty()::set);
    }

    void show() {
        view.showPanel(PANEL);
    }

    @Override
    public void showVersions() {
        view.showPanel(HISTORY);
    }

    @Override
    public void chooseFile() {
        tools.windows().dialogs().chooseToOpen().ifPresent(this::compare);
    }

    private void compare(Path file) {
        comparison.compareWith(() -> new Other(String.valueOf(file.getFileName()), DocumentJson.read(file)));
    }

    private void compare(Entry version) {
        version.document().ifPresent(document -> {
            String name = Texts.format("compare.of", version.time());
            comparison.compareWith(() -> new Other(name, document));
            show();
        });
    }

    private void open(Entry version) {
        version.document().ifPresent(document -> tools.windows().documents().openCopy(() -> document));
    }

    @Override
    public void listRuns(Consumer<List<Choice>> taker) {
        tools.background()
                .run(
                        () -> tools.store().list().stream()
                                .filter(run -> run.problem().isEmpty()
                                        && !run.directory().trainsWords())
                                .limit(RUNS_LISTED)
                                .map(this::choice)
                                .toList(),
                        taker,
                        failure -> tools.windows().errors().accept(String.valueOf(failure.getMessage())));
    }

    private Choice choice(RunEntry run) {
        return new Choice(
                run.title() + " (" + run.id() + ")",
                () -> comparison.compareWith(
                        () -> new Other(run.title(), run.directory().readDocument())));
    }

    @Override
    public void reveal(NodeId node) {
        if (view.model().document().graph().node(node).isPresent()) {
            view.reveal(node);
        }
    }
}

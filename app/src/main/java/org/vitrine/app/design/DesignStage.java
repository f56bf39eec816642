package org.vitrine.app.design;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.vitrine.app.design.code.CodeExport;
import org.vitrine.app.design.code.CodeView;
import org.vitrine.app.design.code.CodeViewModel;
import org.vitrine.app.design.forecast.ForecastView;
import org.vitrine.app.design.forecast.ForecastViewModel;
import org.vitrine.app.design.forecast.Measuring;
import org.vitrine.app.design.forecast.RunTimes;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.editor.BlockSharing;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.DesignerView.Place;
import org.vitrine.editor.model.BlockShelf;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.LayersTimed;
import org.vitrine.runs.forecast.CalibrationCache;
import org.vitrine.runs.forecast.Calibrator;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/** The Design stage, wired: the designer, and the panels of the app around its canvas. */
public final class DesignStage {
    private static final long QUIET_MILLIS = 60;

    private final Tools tools;
    private final DesignerView view;
    private final Comparing comparing;
    private Optional<Importing> importing = Optional.empty();

    /**
     * What panels work with.
     *
     * @param activeRun the run that a worker is at
     * @param device that training is to use
     * @param blocks that the palette offers beside the layers
     * @param blockFiles asks for files of blocks
     * @param windows what panels ask of the rest of the window
     */
    public record Tools(
            ProjectViewModel project,
            Background background,
            ScheduledExecutorService timer,
            RunStore store,
            WorkerLauncher launcher,
            ObservableValue<Optional<RunEntry>> activeRun,
            Supplier<Device> device,
            BlockShelf blocks,
            BlockSharing blockFiles,
            Windows windows) {}

    /**
     * What panels ask of the rest of the window.
     *
     * @param watch leads to a run that was made
     * @param errors shows one message to the user
     */
    public record Windows(
            FileDialogs dialogs, DocumentFlow documents, Consumer<RunDirectory> watch, Consumer<String> errors) {}

    public DesignStage(Tools tools) {
        this.tools = tools;
        view = new DesignerView(
                tools.project().graph(),
                tools.background().workers(),
                tools.background().fx()::execute,
                tools.blocks(),
                tools.blockFiles());
        addForecast();
        addCode();
        comparing = new Comparing(tools, view, latest(), latest());
    }

    /** Imports a model of another tool, and shows what became of it. */
    public void importModel(Path file) {
        Importing now = importing.orElseGet(() -> new Importing(tools, view));
        importing = Optional.of(now);
        now.read(file);
    }

    /** Shows earlier versions of the document. */
    public void showVersions() {
        comparing.showVersions();
    }

    /** Shows how the document differs from another one. */
    public void showComparison() {
        comparing.show();
    }

    public DesignerView view() {
        return view;
    }

    private Latest latest() {
        return new Latest(tools.background(), tools.timer());
    }

    private void addCode() {
        ProjectViewModel project = tools.project();
        CodeViewModel model = new CodeViewModel(
                project.graph(),
                project.data()::dataset,
                new CodeExport(tools.store(), tools.launcher()),
                this::latest,
                QUIET_MILLIS);
        view.addPanel(
                Place.BESIDE,
                "code",
                Texts.get("panel.code"),
                new CodeView(model, project.graph().selectionProperty(), view::reveal));
        view.whenShown("code", model.shownProperty()::set);
        project.data().state().addListener((observable, before, now) -> model.refresh());
    }

    private void addForecast() {
        ProjectViewModel project = tools.project();
        ForecastViewModel model = new ForecastViewModel(
                project.graph(),
                new ForecastViewModel.Sources(
                        project.data()::dataset,
                        tools.device(),
                        tools.launcher().threads(),
                        Measuring.by(new Calibrator(tools.launcher(), CalibrationCache.beside(tools.store()))),
                        new RunTimes(tools.store())::latest),
                this::latest,
                tools.background().fx(),
                QUIET_MILLIS);
        view.addPanel(
                Place.BELOW,
                "analysis",
                Texts.get("panel.analysis"),
                new ForecastView(model, view, project.whyNotTrain()));
        view.view().blockProperty().subscribe(model.blockProperty()::set);
        view.whenShown("analysis", model.shownProperty()::set);
        project.data().state().addListener((observable, before, now) -> model.refresh());
        tools.activeRun().addListener((observable, before, now) -> {
            if (!timed(before).equals(timed(now))) {
                model.refresh();
            }
        });
    }

    private static Optional<LayersTimed> timed(Optional<RunEntry> run) {
        return run.flatMap(entry -> entry.state().latest(LayersTimed.class));
    }
}

package org.vitrine.app;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.vitrine.app.action.Actions;
import org.vitrine.app.evaluate.EvaluateView;
import org.vitrine.app.evaluate.EvaluateViewModel;
import org.vitrine.app.evaluate.SessionLayerReader;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.project.PanelExports;
import org.vitrine.app.report.ReportFiles;
import org.vitrine.app.runs.RunListViewModel;
import org.vitrine.app.shell.DeviceChooser;
import org.vitrine.app.shell.Notices;
import org.vitrine.app.train.Beginning;
import org.vitrine.app.train.RunViewModel;
import org.vitrine.app.train.TrainView;
import org.vitrine.app.train.TrainViewModel;
import org.vitrine.app.train.panels.TrainPanels;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** The Train stage with what it is wired to: the evaluation of the run that is shown, and its report. */
final class TrainStage implements AutoCloseable {
    private final AppContext context;
    private final RunListViewModel runs;
    private final FileDialogs dialogs;
    private final Notices notices;
    private final EvaluateViewModel model;
    private Optional<TrainPanels> panels = Optional.empty();

    TrainStage(AppContext context, RunListViewModel runs, FileDialogs dialogs, Notices notices) {
        this.context = context;
        this.runs = runs;
        this.dialogs = dialogs;
        this.notices = notices;
        model = new EvaluateViewModel(
                context.catalogue(), context.background(), run -> new SessionLayerReader(run, session(run)));
    }

    private SessionClient session(RunDirectory run) {
        return new SessionClient(run, context.launcher());
    }

    /**
     * The stage.
     *
     * @param explain shows why the model of a run decides as it does about an example
     */
    TrainView view(TrainViewModel train, Actions actions, BiConsumer<RunDirectory, OptionalInt> explain) {
        Supplier<Optional<RunDirectory>> shown = () -> train.run().get().map(RunViewModel::directory);
        ReportFiles reports = new ReportFiles(
                dialogs, context.catalogue(), context.background(), this::session, notices::info, notices::error);
        EvaluateView evaluation = new EvaluateView(
                model,
                new EvaluateView.Actions(
                        actions.get("explainRun"),
                        example -> shown.get().ifPresent(run -> explain.accept(run, example)),
                        extension -> shown.get().ifPresent(run -> reports.ask(run, extension)),
                        new PanelExports(dialogs, context.background(), notices::info, notices::error),
                        context.settings()::layout));
        TrainPanels learning = panels(train);
        panels = Optional.of(learning);
        return new TrainView(
                train, learning, actions, new DeviceChooser(context.devices(), context.settings()), model, evaluation);
    }

    private TrainPanels panels(TrainViewModel train) {
        return new TrainPanels(
                train.state(),
                new TrainPanels.Tools(
                        context.store(),
                        context.catalogue(),
                        context.background(),
                        context.pulse(),
                        train.watch(),
                        beginning(train),
                        new PanelExports(dialogs, context.background(), notices::info, notices::error),
                        context.settings().layout("train")));
    }

    private ObservableValue<String> beginning(TrainViewModel train) {
        return Bindings.createStringBinding(
                () -> Beginning.text(
                        train.run().get().map(RunViewModel::directory),
                        train.state().get(),
                        runs.runs()),
                train.run(),
                train.state(),
                runs.runs());
    }

    @Override
    public void close() {
        panels.ifPresent(TrainPanels::close);
        model.close();
    }
}

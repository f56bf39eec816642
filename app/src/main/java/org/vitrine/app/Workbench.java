package org.vitrine.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.vitrine.app.action.Actions;
import org.vitrine.app.design.DesignStage;
import org.vitrine.app.design.picture.PictureDialog;
import org.vitrine.app.design.picture.PictureExport;
import org.vitrine.app.explain.ExampleFilter;
import org.vitrine.app.explain.ExplainPages;
import org.vitrine.app.explain.ExplainStage;
import org.vitrine.app.explain.ExplainView;
import org.vitrine.app.explain.SubjectLoader;
import org.vitrine.app.project.AutosaveStore;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.project.PanelExports;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.runs.RunListViewModel;
import org.vitrine.app.runs.RunsView;
import org.vitrine.app.settings.Settings;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shell.Notices;
import org.vitrine.app.shell.StageId;
import org.vitrine.app.shell.StatusBarView;
import org.vitrine.app.shell.SystemClipboard;
import org.vitrine.app.shell.WindowDialogs;
import org.vitrine.app.shell.WorkbenchWindow;
import org.vitrine.app.train.TrainViewModel;
import org.vitrine.app.words.WordPlan;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.model.BlockShelf;
import org.vitrine.exchange.keras.KerasImporter;
import org.vitrine.graph.edit.ChangeData;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.model.DataReference;
import org.vitrine.runs.Device;
import org.vitrine.runs.store.RunDirectory;

/** The window with all its stages, wired together. */
public final class Workbench {
    private static final Duration AUTOSAVE_AFTER = Duration.seconds(1);

    private final AppContext context;
    private final WorkbenchWindow window;
    private final Notices notices;
    private final AutosaveStore autosave;
    private final ProjectViewModel project;
    private final DocumentFlow documents;
    private final RunListViewModel runs;
    private final TrainViewModel train;
    private final TrainStage trainStage;
    private final ExplainPages explain;
    private final SubjectLoader subjects;
    private final Actions actions = new Actions();
    private final PauseTransition quiet = new PauseTransition(AUTOSAVE_AFTER);
    private final FileDialogs questions;
    private final HomeStage home;
    private Optional<DataStage> dataStage = Optional.empty();
    private Optional<DesignStage> designStage = Optional.empty();

    /**
     * Opens the window of a user's workbench and returns when it is closed.
     *
     * @param arguments a document to open, or none
     */
    public static void open(List<String> arguments) {
        Application.launch(WorkbenchApplication.class, arguments.toArray(String[]::new));
    }

    /**
     * Builds the window on a stage.
     *
     * @param dialogs answers questions about files
     */
    public Workbench(AppContext context, Stage stage, Optional<FileDialogs> dialogs) {
        this.context = context;
        window = new WorkbenchWindow(stage, context.settings());
        notices = window.notices();
        autosave = new AutosaveStore(context.paths().autosave());
        questions = dialogs.orElseGet(() -> new WindowDialogs(stage));
        Background background = context.background();
        project = new ProjectViewModel(
                context.catalogue(), new SystemClipboard(), background, context.writer(), autosave, notices::error);
        documents = new DocumentFlow(project, questions, context.settings(), () -> go(StageId.DESIGN));
        home = new HomeStage(context, documents, () -> go(StageId.DATA), this::showTemplates);
        runs = new RunListViewModel(context.store());
        train = new TrainViewModel(context.store(), context.control(), background, context.pulse(), notices::error);
        trainStage = new TrainStage(context, runs, questions, notices);
        explain = new ExplainPages(background, context.pulse()::onPulse);
        subjects = new SubjectLoader(context.catalogue(), context.launcher(), background);
        addActions();
        window.show(stages(), actions, statusBar());
        window.takeFiles(this::takeFile);
        start(stage);
    }

    private Map<StageId, Supplier<Node>> stages() {
        Map<StageId, Supplier<Node>> stages = new EnumMap<>(StageId.class);
        stages.put(StageId.HOME, home::view);
        stages.put(StageId.DATA, () -> dataStage().view());
        stages.put(StageId.DESIGN, () -> looking(designStage().view()));
        stages.put(StageId.TRAIN, () -> trainStage.view(train, actions, this::explainRun));
        stages.put(
                StageId.EXPLAIN,
                () -> new ExplainStage(
                        explain,
                        () -> new ExplainView(
                                explain.heatmaps(), questions, context.background(), notices::info, notices::error),
                        new PanelExports(questions, context.background(), notices::info, notices::error)));
        stages.put(
                StageId.RUNS,
                () -> new RunsView(
                        runs,
                        new RunActions(
                                context,
                                documents,
                                this::watch,
                                run -> explainRun(run, OptionalInt.empty()),
                                notices::error)));
        return stages;
    }

    /** The designer as the settings of the view want it. */
    private DesignerView looking(DesignerView view) {
        context.settings().settings().subscribe(now -> {
            view.setEdgeStyle(now.edges());
            view.setMotion(now.motion());
        });
        return view;
    }

    /** The gallery, over the page that greets. */
    private void showTemplates() {
        go(StageId.HOME);
        home.showTemplates(
                project.open().get() ? Optional.of(project.graph().document().data()) : Optional.empty());
    }

    private DesignStage designStage() {
        DesignStage stage = designStage.orElseGet(() -> new DesignStage(new DesignStage.Tools(
                project,
                context.background(),
                context.timer(),
                context.store(),
                context.launcher(),
                runs.active(),
                () -> Device.parse(context.settings().get().device()),
                new BlockShelf(new BlockLibrary(context.paths().blocks())),
                new AskedBlocks(questions),
                new DesignStage.Windows(questions, documents, this::watchNew, notices::error))));
        designStage = Optional.of(stage);
        return stage;
    }

    /** Shows a run that waits to be started. */
    private void watchNew(RunDirectory run) {
        context.scheduler().wake();
        watch(run);
    }

    private void importModel(Path file) {
        go(StageId.DESIGN);
        designStage().importModel(file);
    }

    private DataStage dataStage() {
        DataStage stage = dataStage.orElseGet(
                () -> new DataStage(context, project, documents, this::useData, this::startWords, notices::error));
        dataStage = Optional.of(stage);
        return stage;
    }

    /** A project is opened, anything else is looked at as data. */
    private void takeFile(Path path) {
        if (path.toString().endsWith(".vitrine")) {
            documents.open(path);
        } else if (KerasImporter.accepts(path)) {
            importModel(path);
        } else {
            go(StageId.DATA);
            dataStage().importFiles(path);
        }
    }

    private Node statusBar() {
        return new StatusBarView(
                project.graph().stateProperty(), project.open(), runs, () -> go(StageId.DESIGN), () -> runs.active()
                        .get()
                        .ifPresent(run -> watch(run.directory())));
    }

    private void addActions() {
        StringBinding noUndo = unless(project.graph().canUndoProperty(), "edit.why.noUndo");
        StringBinding noRedo = unless(project.graph().canRedoProperty(), "edit.why.noRedo");
        StringBinding closed = unless(project.open(), "train.why.closed");
        actions.add("new", "Shortcut+N", () -> go(StageId.DATA));
        actions.add("templates", "Shortcut+Shift+N", this::showTemplates);
        actions.add("open", "Shortcut+O", documents::openChosen);
        actions.add("save", "Shortcut+S", closed, documents::save);
        actions.add("saveAs", "Shortcut+Shift+S", closed, documents::saveAs);
        actions.add("quit", "Shortcut+Q", () -> documents.leave(this::close));
        actions.add("undo", "Shortcut+Z", noUndo, project.graph()::undo);
        actions.add("redo", "Shortcut+Shift+Z", noRedo, project.graph()::redo);
        actions.add("home", "Alt+Home", () -> go(StageId.HOME));
        actions.add("data", "Shortcut+1", () -> go(StageId.DATA));
        actions.add("importData", "Shortcut+I", () -> {
            go(StageId.DATA);
            dataStage().openImport();
        });
        actions.add("importModel", "", () -> questions.chooseModel().ifPresent(this::importModel));
        actions.add("compare", "", closed, () -> {
            go(StageId.DESIGN);
            designStage().showComparison();
        });
        actions.add("versions", "", closed, () -> {
            go(StageId.DESIGN);
            designStage().showVersions();
        });
        actions.add("drawData", "", () -> {
            go(StageId.DATA);
            dataStage().openDrawing();
        });
        actions.add("design", "Shortcut+2", () -> go(StageId.DESIGN));
        actions.add("train", "Shortcut+3", () -> go(StageId.TRAIN));
        actions.add("explain", "Shortcut+4", () -> go(StageId.EXPLAIN));
        actions.add("runs", "Shortcut+5", () -> go(StageId.RUNS));
        actions.add("theme", "", () -> context.settings()
                .update(now -> now.withTheme(now.theme().other())));
        actions.add("edges", "", () -> context.settings().update(Settings::withOtherEdges));
        actions.add("motion", "", () -> context.settings().update(now -> now.withMotion(!now.motion())));
        actions.add("textLarger", "", () -> context.settings().update(now -> now.withText(1)));
        actions.add("textSmaller", "", () -> context.settings().update(now -> now.withText(-1)));
        PictureExport pictures = new PictureExport(
                project.graph(),
                last -> new PictureDialog(window.window(), last).ask(),
                questions,
                context.background(),
                () -> context.settings().get().edges(),
                notices::info,
                notices::error);
        actions.add("exportPicture", "Shortcut+Shift+E", closed, pictures::run);
        actions.add("startTraining", "F5", project.whyNotTrain(), this::startTraining);
        actions.add("pauseTraining", "F6", train.whyNotPause(), train::pauseOrResume);
        actions.add("stopTraining", "F7", train.whyNotStop(), train::stop);
        StringBinding nothingTested = Bindings.createStringBinding(
                () -> train.state().get().test().isPresent() ? "" : Texts.get("explain.why.noRun"), train.state());
        actions.add("explainRun", "F8", nothingTested, () -> train.run()
                .get()
                .ifPresent(run -> explainRun(run.directory(), OptionalInt.empty())));
    }

    private static StringBinding unless(ObservableBooleanValue possible, String key) {
        return Bindings.createStringBinding(() -> possible.get() ? "" : Texts.get(key), possible);
    }

    private void start(Stage stage) {
        quiet.setOnFinished(event -> project.autosave());
        project.graph().stateProperty().subscribe(state -> quiet.playFromStart());
        project.graph().dirtyProperty().subscribe(dirty -> stage.setTitle(title(dirty)));
        project.graph()
                .stateProperty()
                .subscribe(state ->
                        stage.setTitle(title(project.graph().dirtyProperty().get())));
        stage.setOnCloseRequest(event -> {
            event.consume();
            documents.leave(this::close);
        });
        autosave.recover().ifPresent(recovered -> {
            project.recover(recovered);
            go(StageId.DESIGN);
            notices.info(Texts.get("recovered.text"));
        });
        runs.active().subscribe(active -> active.filter(run -> train.run().get().isEmpty())
                .ifPresent(run -> train.show(run.directory())));
        FirstFrame.then(() -> {
            runs.start(context.timer(), context.pulse()::runOnFx);
            context.start();
        });
    }

    private String title(boolean dirty) {
        if (!project.open().get()) {
            return "Vitrine";
        }
        return (dirty ? "\u2022 " : "") + project.graph().document().title() + " \u2013 Vitrine";
    }

    /** Opens a document named on the command line. */
    public void openDocument(Path path) {
        documents.open(path);
    }

    /** Closes the window; runs go on. */
    public void close() {
        quiet.stop();
        trainStage.close();
        explain.close();
        train.close();
        window.window().hide();
        context.close();
    }

    private void go(StageId stage) {
        window.stage().set(stage);
    }

    private void useData(DataReference reference) {
        if (project.open().get()) {
            project.graph().execute(new ChangeData(reference));
            go(StageId.DESIGN);
        } else {
            documents.create(reference);
        }
    }

    private void startTraining() {
        train.start(
                project.graph().document(),
                Device.parse(context.settings().get().device()));
        context.scheduler().wake();
        go(StageId.TRAIN);
    }

    private void startWords(String title, DataReference data, WordPlan plan) {
        train.startWords(title, data, plan);
        context.scheduler().wake();
        go(StageId.TRAIN);
    }

    private void watch(RunDirectory run) {
        train.show(run);
        go(StageId.TRAIN);
    }

    private void explainRun(RunDirectory run, OptionalInt example) {
        subjects.open(
                run,
                explain,
                () -> {
                    explain.heatmaps().filter().set(ExampleFilter.ALL);
                    if (example.isPresent()) {
                        explain.heatmaps().example().set(example);
                    }
                    go(StageId.EXPLAIN);
                },
                failure -> notices.error(String.valueOf(failure.getMessage())));
    }
}

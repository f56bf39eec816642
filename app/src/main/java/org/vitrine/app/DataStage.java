package org.vitrine.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.DataView;
import org.vitrine.app.data.DataViewModel;
import org.vitrine.app.data.catalogue.CatalogueView;
import org.vitrine.app.data.catalogue.CatalogueViewModel;
import org.vitrine.app.data.catalogue.Thumbs;
import org.vitrine.app.data.check.ChecksView;
import org.vitrine.app.data.check.ChecksViewModel;
import org.vitrine.app.data.download.DownloadViewModel;
import org.vitrine.app.data.download.WithDownloads;
import org.vitrine.app.data.draw.DrawView;
import org.vitrine.app.data.draw.DrawnFiles;
import org.vitrine.app.data.importing.ImportView;
import org.vitrine.app.data.importing.ImportViewModel;
import org.vitrine.app.data.steps.PipelineView;
import org.vitrine.app.data.steps.PipelineViewModel;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.welcome.Example;
import org.vitrine.app.words.WordPlan;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSources;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.importing.Importer;
import org.vitrine.graph.model.DataReference;

/** The Data stage, wired together. */
final class DataStage {
    private final AppContext context;
    private final DocumentFlow documents;
    private final Consumer<DataReference> use;
    private final WordsStarter words;
    private final Consumer<String> errors;
    private final DataViewModel model;
    private final StackPane root = new StackPane();
    private final DatasetTexts texts = new DatasetTexts(Locale.getDefault());
    private Optional<Node> catalogue = Optional.empty();

    /** Starts a run that trains vectors of words. */
    @FunctionalInterface
    interface WordsStarter {
        void start(String title, DataReference data, WordPlan plan);
    }

    /** @param errors shows one message to the user */
    DataStage(
            AppContext context,
            ProjectViewModel project,
            DocumentFlow documents,
            Consumer<DataReference> use,
            WordsStarter words,
            Consumer<String> errors) {
        this.words = words;
        this.errors = errors;
        this.context = context;
        this.documents = documents;
        this.use = use;
        model = new DataViewModel(context.catalogue(), project, latest(), "mnist");
    }

    private Latest latest() {
        return new Latest(context.background(), context.timer());
    }

    /** The stage; made when it is first asked for. */
    Node view() {
        if (catalogue.isEmpty()) {
            Node made = catalogueView();
            catalogue = Optional.of(made);
            if (root.getChildren().isEmpty()) {
                root.getChildren().setAll(made);
            }
            model.show(model.shown().get());
        }
        return root;
    }

    private Node catalogueView() {
        Thumbs thumbs = new Thumbs(
                context.catalogue(), context.background(), context.paths().thumbs());
        Button own = new Button(Texts.get("import.open"), new FontIcon("mdi2i-import"));
        own.setId("data-import");
        own.setOnAction(event -> openImport());
        Button draw = new Button(Texts.get("draw.open"), new FontIcon("mdi2d-draw"));
        draw.setId("data-draw");
        draw.setOnAction(event -> openDrawing());
        // The user's own files come through the wizard.
        List<DatasetSource> shipped = context.catalogue().sources().stream()
                .filter(source -> !(source instanceof Importer))
                .toList();
        CatalogueView list = new CatalogueView(
                new CatalogueViewModel(shipped, texts),
                thumbs,
                List.of(own, draw),
                entry -> model.show(DataReference.of(entry.id())));
        DataView view = new DataView(
                model, context.catalogue(), texts, list, context.background(), new Handler(), stepsTab(), checksTab());
        return new WithDownloads(
                view,
                new DownloadViewModel(
                        new Downloader(DownloadCache.standard()),
                        RemoteCatalogue.builtIn(),
                        DownloadedSources.readers(context.catalogue().sources()),
                        context.background(),
                        context.downloads(),
                        arrived -> model.refresh()),
                id -> model.show(DataReference.of(id)));
    }

    /** Opens the wizard for the user's own files. */
    ImportViewModel openImport() {
        view();
        ImportViewModel wizard = new ImportViewModel(
                context.importers(), latest(), latest(), context.background().fx());
        Runnable back = () -> root.getChildren().setAll(catalogue.orElseThrow());
        root.getChildren()
                .setAll(new ImportView(
                        wizard,
                        texts,
                        context.background(),
                        reference -> {
                            back.run();
                            model.show(reference);
                        },
                        back));
        return wizard;
    }

    /** Opens the wizard on a file or folder. */
    void importFiles(Path path) {
        openImport().choose(path);
    }

    /** Opens the place to draw data by hand. */
    void openDrawing() {
        view();
        root.getChildren()
                .setAll(new DrawView(
                        new DrawnFiles(context.paths().drawings()),
                        context.background(),
                        this::importFiles,
                        errors,
                        () -> root.getChildren().setAll(catalogue.orElseThrow())));
    }

    private Tab stepsTab() {
        PipelineViewModel steps = new PipelineViewModel(model.look(), model::setSteps);
        PipelineView view = new PipelineView(steps, latest(), context.background(), model::resetSteps);
        view.getStyleClass().add("data-page");
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        Tab tab = new Tab(Texts.get("data.tab.steps"), scroll);
        tab.setId("tab-steps");
        return tab;
    }

    private Tab checksTab() {
        ChecksViewModel checks = new ChecksViewModel(model.look(), latest());
        ScrollPane scroll = new ScrollPane(new ChecksView(checks, context.background()));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        Tab tab = new Tab(Texts.get("data.tab.checks"), scroll);
        tab.setId("tab-checks");
        tab.selectedProperty().subscribe(checks::setWanted);
        return tab;
    }

    private final class Handler implements DataView.Handler {
        @Override
        public void use(DataReference reference) {
            use.accept(reference);
        }

        @Override
        public void create(DataReference reference) {
            documents.create(reference);
        }

        @Override
        public void trainWords(DataReference reference, WordPlan plan) {
            words.start(Texts.format("words.title", texts.title(reference.dataset())), reference, plan);
        }

        @Override
        public void openExample(Example example) {
            documents.openExample(example);
        }

        @Override
        public Optional<Example> exampleFor(String dataset) {
            return context.catalogue().baselines(dataset).flatMap(known -> Example.ALL.stream()
                    .filter(example -> known.example().equals(example.name() + ".vitrine"))
                    .findFirst());
        }
    }
}

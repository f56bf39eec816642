package org.vitrine.app;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.data.DataView;
import org.vitrine.app.data.DataViewModel;
import org.vitrine.app.data.catalogue.CatalogueView;
import org.vitrine.app.data.catalogue.CatalogueViewModel;
import org.vitrine.app.data.catalogue.Thumbs;
import org.vitrine.app.data.download.DownloadViewModel;
import org.vitrine.app.data.download.WithDownloads;
import org.vitrine.app.data.steps.PipelineView;
import org.vitrine.app.data.steps.PipelineViewModel;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.welcome.Example;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSources;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.Downloader;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.graph.model.DataReference;

/** The Data stage, wired together. */
final class DataStage {
    private static final Logger LOG = LoggerFactory.getLogger(DataStage.class);

    private final AppContext context;
    private final DocumentFlow documents;
    private final Consumer<DataReference> use;
    private final DataViewModel model;
    private final Map<String, Example> examples = new HashMap<>();

    DataStage(AppContext context, ProjectViewModel project, DocumentFlow documents, Consumer<DataReference> use) {
        this.context = context;
        this.documents = documents;
        this.use = use;
        model = new DataViewModel(context.catalogue(), project, latest(), "mnist");
    }

    private Latest latest() {
        return new Latest(context.background(), context.timer());
    }

    Node view() {
        DatasetTexts texts = new DatasetTexts(Locale.getDefault());
        Thumbs thumbs = new Thumbs(
                context.catalogue(), context.background(), context.paths().thumbs());
        CatalogueView list = new CatalogueView(
                new CatalogueViewModel(context.catalogue().sources(), texts),
                thumbs,
                List.of(),
                entry -> model.show(DataReference.of(entry.id())));
        DataView view =
                new DataView(model, context.catalogue(), texts, list, context.background(), new Handler(), stepsTab());
        model.show(model.shown().get());
        findExamples(view);
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

    /** Which example graph is for which data set stands in their files. */
    private void findExamples(DataView view) {
        context.background()
                .run(
                        () -> {
                            Map<String, Example> found = new HashMap<>();
                            for (Example example : Example.ALL) {
                                found.putIfAbsent(example.load().data().dataset(), example);
                            }
                            return found;
                        },
                        found -> {
                            examples.putAll(found);
                            view.showExampleButton();
                        },
                        failure -> LOG.warn("Examples can not be read", failure));
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
        public void openExample(Example example) {
            documents.openExample(example);
        }

        @Override
        public Optional<Example> exampleFor(String dataset) {
            return Optional.ofNullable(examples.get(dataset));
        }
    }
}

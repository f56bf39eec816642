package org.vitrine.app.design.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSource;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;

/** Puts the gallery together. */
public final class Gallery {
    private final DatasetCatalogue catalogue;
    private final Background background;
    private final ScheduledExecutorService timer;

    public Gallery(DatasetCatalogue catalogue, Background background, ScheduledExecutorService timer) {
        this.catalogue = catalogue;
        this.background = background;
        this.timer = timer;
    }

    /**
     * Makes the page, lays it over another one and begins to read the templates.
     *
     * @param over what the page is laid over, and what shows again when it is left
     * @param open the data set of the open document, which is offered first
     * @param blank called to start with an empty graph
     * @param use called with the document that was chosen
     */
    public void show(StackPane over, Optional<DataReference> open, Runnable blank, Consumer<GraphDocument> use) {
        DatasetTexts texts = new DatasetTexts(Locale.getDefault());
        GalleryViewModel model = new GalleryViewModel(
                () -> Template.readAll(texts), catalogue, new Latest(background, timer), new Latest(background, timer));
        Runnable back = () -> over.getChildren().removeIf(GalleryView.class::isInstance);
        back.run();
        over.getChildren().add(new GalleryView(model, choices(catalogue, texts, open), blank, use, back));
        model.load();
    }

    private static List<TemplateDetails.DataChoice> choices(
            DatasetCatalogue catalogue, DatasetTexts texts, Optional<DataReference> open) {
        List<TemplateDetails.DataChoice> choices = new ArrayList<>();
        choices.add(new TemplateDetails.DataChoice(Texts.get("templates.data.own"), Optional.empty()));
        open.ifPresent(data -> choices.add(new TemplateDetails.DataChoice(
                Texts.format("templates.data.open", texts.title(data.dataset())), Optional.of(data))));
        for (DatasetSource source : catalogue.sources()) {
            if (!(source instanceof DownloadedSource)) {
                String id = source.descriptor().id();
                choices.add(new TemplateDetails.DataChoice(texts.title(id), Optional.of(DataReference.of(id))));
            }
        }
        return choices;
    }
}

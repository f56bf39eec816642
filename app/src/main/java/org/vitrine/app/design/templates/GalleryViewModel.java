package org.vitrine.app.design.templates;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.analysis.Adaptation;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;

/** Templates to choose from, and how the chosen one goes with another data set. To be used on the FX thread. */
public final class GalleryViewModel {
    private final ObservableList<Template> all = FXCollections.observableArrayList();
    private final FilteredList<Template> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableSet<Style> styles = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Optional<Template>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(new Fit.OwnData());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final Callable<List<Template>> source;
    private final DatasetCatalogue catalogue;
    private final Latest reading;
    private final Latest fitting;

    /**
     * @param source reads the templates; called on a worker thread
     * @param reading runs it
     * @param fitting runs the reading of other data sets
     */
    public GalleryViewModel(
            Callable<List<Template>> source, DatasetCatalogue catalogue, Latest reading, Latest fitting) {
        this.source = source;
        this.catalogue = catalogue;
        this.reading = reading;
        this.fitting = fitting;
        search.subscribe(text -> filter());
        styles.addListener((SetChangeListener<Style>) change -> filter());
    }

    /** Reads the templates, once. */
    public void load() {
        if (!all.isEmpty()) {
            return;
        }
        reading.run(
                0,
                source,
                found -> {
                    all.setAll(found);
                    found.stream().findFirst().ifPresent(this::choose);
                },
                failure -> trouble.set(String.valueOf(failure.getMessage())));
    }

    private void filter() {
        String query = search.get();
        List<Style> wanted = List.copyOf(styles);
        shown.setPredicate(
                template -> (wanted.isEmpty() || wanted.contains(template.style())) && template.matches(query));
        if (chosen.get().filter(shown::contains).isEmpty()) {
            shown.stream().findFirst().ifPresent(this::choose);
        }
    }

    public void choose(Template template) {
        if (!chosen.get().equals(Optional.of(template))) {
            chosen.set(Optional.of(template));
            ownData();
        }
    }

    /** Back to the data set that the template comes with. */
    public void ownData() {
        fitting.cancel();
        fit.set(new Fit.OwnData());
    }

    /**
     * Looks whether the chosen template goes with another data set.
     *
     * @param title what users call the data set
     */
    public void tryWith(DataReference data, String title) {
        if (chosen.get().isEmpty()) {
            return;
        }
        Template template = chosen.get().get();
        fit.set(new Fit.Checking(title));
        fitting.run(
                0,
                () -> adapt(template, data),
                found -> fit.set(found.<Fit>map(adapted -> new Fit.Fits(title, adapted.document(), adapted.changes()))
                        .orElseGet(() -> new Fit.Refused(title, Texts.format("templates.refused", title)))),
                failure -> fit.set(new Fit.Refused(title, String.valueOf(failure.getMessage()))));
    }

    private Optional<Adaptation> adapt(Template template, DataReference data) throws Exception {
        DataSpec before = catalogue.load(template.document().data()).spec();
        DataSpec after = catalogue.load(data).spec();
        return Adaptation.of(template.document(), before, data, after);
    }

    /** What would be opened now; empty while nothing is chosen or the other data set does not go. */
    public Optional<GraphDocument> document() {
        if (fit.get() instanceof Fit.OwnData) {
            return chosen.get().map(Template::document);
        }
        return fit.get() instanceof Fit.Fits fits ? Optional.of(fits.document()) : Optional.empty();
    }

    /** Those that the search and the styles leave. */
    public ObservableList<Template> shown() {
        return shown;
    }

    public StringProperty search() {
        return search;
    }

    /** Styles that are shown; all if there are none. */
    public ObservableSet<Style> styles() {
        return styles;
    }

    public ReadOnlyObjectProperty<Optional<Template>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Fit> fit() {
        return fit.getReadOnlyProperty();
    }

    /** Why there are no templates; empty if there are. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }
}

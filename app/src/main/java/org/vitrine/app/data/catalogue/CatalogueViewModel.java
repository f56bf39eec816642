package org.vitrine.app.data.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.catalogue.DatasetTexts;

/** The list of data sets: searched by words, filtered by kind, grouped by kind. */
public final class CatalogueViewModel {
    private final ObservableList<Entry> all = FXCollections.observableArrayList();
    private final FilteredList<Entry> shown = new FilteredList<>(all);
    private final ObservableList<Entry> readOnlyShown = FXCollections.unmodifiableObservableList(shown);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableSet<DataKind> kinds = FXCollections.observableSet();

    public CatalogueViewModel(Collection<DatasetSource> sources, DatasetTexts texts) {
        all.setAll(sources.stream()
                .map(source -> Entry.of(source, texts))
                .sorted(Comparator.comparing(Entry::kind))
                .toList());
        search.subscribe(text -> filter());
        kinds.addListener((SetChangeListener<DataKind>) change -> filter());
    }

    private void filter() {
        String query = search.get();
        List<DataKind> wanted = List.copyOf(kinds);
        shown.setPredicate(entry -> (wanted.isEmpty() || wanted.contains(entry.kind())) && entry.matches(query));
    }

    public StringProperty search() {
        return search;
    }

    /** Kinds that are shown; all if there are none. */
    public ObservableSet<DataKind> kinds() {
        return kinds;
    }

    /** Kinds that the catalogue has. */
    public List<DataKind> offered() {
        return all.stream().map(Entry::kind).distinct().toList();
    }

    public ObservableList<Entry> shown() {
        return readOnlyShown;
    }

    public Optional<Entry> byId(String id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}

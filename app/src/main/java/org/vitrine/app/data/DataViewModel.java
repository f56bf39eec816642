package org.vitrine.app.data;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.app.project.DataLoader;
import org.vitrine.graph.model.DataReference;

/** The data set that is looked at, which need not be the one that the graph uses. */
public final class DataViewModel {
    private final DataLoader loader;
    private final ReadOnlyObjectWrapper<DataReference> shown;

    public DataViewModel(DataLoader loader, String first) {
        this.loader = loader;
        this.shown = new ReadOnlyObjectWrapper<>(DataReference.of(first));
    }

    /** Looks at a data set. */
    public void show(DataReference reference) {
        shown.set(reference);
        loader.load(reference);
    }

    /** Changes the options of the data set that is looked at. */
    public void setOptions(Map<String, String> options) {
        show(shown.get().withOptions(options));
    }

    /** Loads anew what is looked at, such as after a download. */
    public void refresh() {
        loader.reload(shown.get());
    }

    public ReadOnlyObjectProperty<DataReference> shown() {
        return shown.getReadOnlyProperty();
    }

    public DataLoader loader() {
        return loader;
    }
}

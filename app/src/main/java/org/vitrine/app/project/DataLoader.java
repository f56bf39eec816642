package org.vitrine.app.project;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;

/** Loads the data set that a reference names, off the FX thread; only the last one asked for counts. */
public final class DataLoader {
    private final DatasetCatalogue catalogue;
    private final Background background;
    private final ReadOnlyObjectWrapper<DataState> state = new ReadOnlyObjectWrapper<>(new DataState.None());
    private Optional<DataReference> wanted = Optional.empty();

    public DataLoader(DatasetCatalogue catalogue, Background background) {
        this.catalogue = catalogue;
        this.background = background;
    }

    public ReadOnlyObjectProperty<DataState> state() {
        return state.getReadOnlyProperty();
    }

    /** The data set, if it is at hand. */
    public Optional<Dataset> dataset() {
        return state.get() instanceof DataState.Ready ready ? Optional.of(ready.dataset()) : Optional.empty();
    }

    /** Loads {@code reference}, unless it is what was asked for last. */
    public void load(DataReference reference) {
        if (wanted.equals(Optional.of(reference))) {
            return;
        }
        reload(reference);
    }

    /** Loads {@code reference} again, such as after a file was mended. */
    public void reload(DataReference reference) {
        wanted = Optional.of(reference);
        state.set(new DataState.Loading(reference));
        Callable<Dataset> work = () -> catalogue.load(reference);
        background.run(
                work,
                dataset -> settle(reference, new DataState.Ready(reference, dataset)),
                failure -> settle(reference, new DataState.Failed(reference, message(failure))));
    }

    private void settle(DataReference reference, DataState result) {
        if (wanted.equals(Optional.of(reference))) {
            state.set(result);
        }
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}

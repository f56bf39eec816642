package org.vitrine.app.train.panels;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.runs.store.RunDirectory;

/** The data of the run that is shown, loaded when a panel first wants to show examples. */
final class RunExamples {
    private static final Logger LOG = LoggerFactory.getLogger(RunExamples.class);

    private final DatasetCatalogue catalogue;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Dataset>> data = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<PlaceNames> places = Optional.empty();
    private Optional<RunDirectory> directory = Optional.empty();
    private boolean asked;

    RunExamples(DatasetCatalogue catalogue, Background background) {
        this.catalogue = catalogue;
        this.background = background;
    }

    /** The data of a run, and how its places are called if its model scores places. */
    private record Loaded(Dataset data, Optional<PlaceNames> places) {}

    /** Another run is shown. */
    void show(RunDirectory run) {
        directory = Optional.of(run);
        asked = false;
        places = Optional.empty();
        data.set(Optional.empty());
    }

    /** Loads the data, once for a run. */
    void load() {
        if (asked || directory.isEmpty()) {
            return;
        }
        asked = true;
        RunDirectory of = directory.get();
        background.run(
                () -> {
                    Dataset loaded = of.loadData(catalogue);
                    ModelFacts model = new ModelFacts(of.readDocument().flat().graph(), loaded.spec());
                    return new Loaded(loaded, PlaceNames.of(model, loaded));
                },
                loaded -> {
                    if (directory.filter(of::equals).isPresent()) {
                        places = loaded.places();
                        data.set(Optional.of(loaded.data()));
                    }
                },
                failure -> LOG.warn("Examples of {} can not be shown", of.id(), failure));
    }

    ReadOnlyObjectProperty<Optional<Dataset>> data() {
        return data.getReadOnlyProperty();
    }

    /** How places are called; empty while the data are not there, and of models that score examples as a whole. */
    Optional<PlaceNames> places() {
        return places;
    }

    /** Names of the classes, or their numbers while the data are not there. */
    List<String> classNames(int count) {
        return data.get()
                .map(Dataset::targetNames)
                .filter(names -> names.size() == count)
                .orElseGet(() ->
                        IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }
}

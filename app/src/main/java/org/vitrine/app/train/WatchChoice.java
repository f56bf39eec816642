package org.vitrine.app.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.Watching;

/**
 * What a person wants to be watched: of the run that is shown, from now on, and of runs to come. Examples are remembered by data
 * set. To be used on the FX thread.
 */
public final class WatchChoice {
    private final ReadOnlyObjectWrapper<Watching> watching = new ReadOnlyObjectWrapper<>(Watching.DEFAULT);
    private final Map<String, List<Pinned>> pinnedOf = new HashMap<>();
    private final BiConsumer<RunDirectory, Watching> tell;
    private RunDirectory run;
    private String dataset = "";

    /** @param tell has a run watched so from now on */
    public WatchChoice(BiConsumer<RunDirectory, Watching> tell) {
        this.tell = tell;
        run = new RunDirectory(java.nio.file.Path.of(""));
    }

    /** Another run is shown. */
    public void show(RunDirectory shown, String ofDataset, Watching itsWatching) {
        run = shown;
        dataset = ofDataset;
        watching.set(itsWatching);
    }

    /** What is watched in the run that is shown. */
    public ReadOnlyObjectProperty<Watching> watching() {
        return watching.getReadOnlyProperty();
    }

    /** What a new run on a data set is to be watched for. */
    public Watching ofNewRun(String ofDataset) {
        return watching.get().withPinned(pinnedOf.getOrDefault(ofDataset, List.of()));
    }

    /** Watches so from now on. */
    public void choose(Watching wish) {
        watching.set(wish);
        if (!dataset.isEmpty()) {
            tell.accept(run, wish);
        }
    }

    /** Pins these examples, of this run and of runs to come on the same data. */
    public void pin(List<Pinned> examples) {
        pinnedOf.put(dataset, List.copyOf(examples));
        choose(watching.get().withPinned(examples));
    }

    /** Pins one more. */
    public void pinToo(List<Pinned> before, Pinned example) {
        List<Pinned> all = new ArrayList<>(before);
        all.remove(example);
        all.add(example);
        pin(all);
    }
}

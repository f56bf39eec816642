package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.Poller;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.watch.Block;
import org.vitrine.runs.watch.WatchFollower;
import org.vitrine.runs.watch.WatchHistory;
import org.vitrine.runs.watch.WatchReader;
import org.vitrine.runs.watch.WatchRecord;

/** What was watched in one run, live or over, as panels show it. To be used on the FX thread. */
public final class WatchModel implements AutoCloseable {
    private static final int REMEMBERED = 64;

    private final RunDirectory directory;
    private final Background background;
    private final WatchHistory history = new WatchHistory();
    private final WatchSeries series = new WatchSeries();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<WatchReader.Live>> live =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Block, Tensor> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Block, Tensor> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Optional<Poller> follower = Optional.empty();

    public WatchModel(RunDirectory directory, Background background) {
        this.directory = directory;
        this.background = background;
    }

    /** Starts to follow; {@code toFx} hands updates to {@link #accept} on the FX thread. */
    public void follow(Consumer<WatchFollower.Update> toFx) {
        follower = Optional.of(WatchFollower.start(directory.watch(), toFx));
    }

    /** Takes updates in their order. */
    public void accept(List<WatchFollower.Update> updates) {
        boolean any = false;
        for (WatchFollower.Update update : updates) {
            for (WatchRecord record : update.records()) {
                history.add(record);
                series.add(record);
                any = true;
            }
            update.live().ifPresent(newest -> live.set(Optional.of(newest)));
        }
        if (any) {
            version.set(version.get() + 1);
        }
    }

    /** All that was seen; grows. */
    public WatchHistory history() {
        return history;
    }

    /** What was seen as curves. */
    public WatchSeries series() {
        return series;
    }

    /** Changes when something was seen. */
    public ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** The newest decision surface, many a second while a model with two inputs trains. */
    public ReadOnlyObjectProperty<Optional<WatchReader.Live>> live() {
        return live.getReadOnlyProperty();
    }

    /** Reads numbers off the FX thread, unless they were read lately, and hands them over on it. */
    public void read(List<Block> blocks, Consumer<List<Tensor>> taker) {
        List<Tensor> known = new ArrayList<>();
        for (Block block : blocks) {
            Tensor tensor = read.get(block);
            if (tensor != null) {
                known.add(tensor);
            }
        }
        if (known.size() == blocks.size()) {
            taker.accept(known);
            return;
        }
        background.run(
                () -> {
                    List<Tensor> tensors = new ArrayList<>();
                    for (Block block : blocks) {
                        tensors.add(WatchReader.read(directory.watch(), block));
                    }
                    return tensors;
                },
                tensors -> {
                    for (int i = 0; i < blocks.size(); i++) {
                        read.put(blocks.get(i), tensors.get(i));
                    }
                    taker.accept(tensors);
                },
                // What is missing was cut off by hand or a full disk: the panel keeps what it showed.
                failure -> org.slf4j.LoggerFactory.getLogger(WatchModel.class).warn("Not read", failure));
    }

    @Override
    public void close() {
        follower.ifPresent(Poller::close);
    }
}

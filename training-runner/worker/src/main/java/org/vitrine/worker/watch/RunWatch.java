package org.vitrine.worker.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.WatchFiles;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.OutputTaker;
import org.vitrine.worker.train.TrainingWatch;

/**
 * Writes down what there is to see while a run trains, within its share of the time. Looks at a replica of the network that has
 * the same parameters and memory of its own, in passes without training, so that what is trained is the same bit by bit.
 */
public final class RunWatch implements TrainingWatch {
    private static final int PROBE = 32;
    private static final double LOAD_SECONDS = 1;
    private static final int MANY_LOOKS = 2000;
    private static final int SOME_LOOKS = 300;
    private static final int FEW_LOOKS = 150;

    private final WatchWriter writer;
    private final GraphDocument document;
    private final Dataset data;
    private final PinnedLook pinned;
    private final LoadLook load;
    private final Budget budget;
    private final Pace loads = new Pace(LOAD_SECONDS, MANY_LOOKS);
    private final Pace epochs = new Pace(0.2, MANY_LOOKS);
    private Watching watching;
    private Pace norms;
    private Pace histograms;
    private Pace pictures;
    private Pace surfaces;
    private @Nullable Looks looks;
    private double seconds;
    private boolean normsNext;
    private boolean histogramsNext;

    /** What looks at one network. */
    private record Looks(
            LayerLook layers,
            UnitLook units,
            PictureLook pictures,
            Optional<SurfaceLook> surface,
            Optional<ConfusionLook> confusion) {}

    private RunWatch(WatchWriter writer, GraphDocument document, Dataset data, Watching watching) {
        this.writer = writer;
        this.document = document;
        this.data = data;
        this.watching = watching;
        pinned = new PinnedLook(writer, document, data, watching.pinned(), watching.method());
        load = new LoadLook(writer);
        budget = new Budget(watching.share(), data.spec().input().size() == 2);
        norms = new Pace(watching.normsSeconds(), MANY_LOOKS);
        histograms = new Pace(watching.histogramsSeconds(), SOME_LOOKS);
        pictures = new Pace(watching.picturesSeconds(), FEW_LOOKS);
        surfaces = new Pace(watching.surfaceSeconds(), Integer.MAX_VALUE);
    }

    /** The watch of a run. */
    public static TrainingWatch of(RunDirectory run, GraphDocument flat, Dataset data, Watching watching)
            throws RunException {
        return of(run.watch(), flat, data, watching);
    }

    /** A watch that writes into these files; it can be turned on later if it is off now. */
    public static TrainingWatch of(WatchFiles files, GraphDocument flat, Dataset data, Watching watching)
            throws RunException {
        return new RunWatch(new WatchWriter(files), flat, data, watching);
    }

    @Override
    public void begin(Network network, int iterations, int epochsDone, double secondsDone) throws RunException {
        seconds = secondsDone;
        Network replica = network.replica();
        Taps taps = new Taps(document.graph(), replica);
        UnitLook units = new UnitLook(writer, replica, taps, probe());
        Looks made = new Looks(
                new LayerLook(writer, network.trainedLayers()),
                units,
                new PictureLook(writer, replica, taps),
                SurfaceLook.isPossible(network, data)
                        ? Optional.of(new SurfaceLook(writer, replica, taps, data))
                        : Optional.empty(),
                ConfusionLook.isPossible(network, data)
                        ? Optional.of(ConfusionLook.of(writer, network, data))
                        : Optional.empty());
        looks = made;
        pinned.forget();
        writer.write(new WatchRecord.Began(iterations + 1, made.layers().layers(), units.taps(), pinned.pinned()));
        plan();
    }

    /** Examples that are looked at again and again, of the part that is not trained on if there is one. */
    private Batch probe() {
        Split split = data.validation().size() > 0 ? data.validation() : data.train();
        return split.batch(IntStream.range(0, Math.min(PROBE, split.size())).toArray());
    }

    private void plan() {
        normsNext = norms.isDue(seconds) && budget.affords(Budget.Kind.NORMS);
        histogramsNext = histograms.isDue(seconds) && budget.affords(Budget.Kind.HISTOGRAMS);
    }

    @Override
    public boolean wantsStep() {
        return normsNext || histogramsNext;
    }

    @Override
    public void differentiated(Network network) {
        Looks at = looks();
        if (normsNext) {
            budget.compute(Budget.Kind.NORMS, () -> at.layers().gradientNorms());
        }
        if (histogramsNext) {
            budget.compute(Budget.Kind.HISTOGRAMS, () -> at.layers().gradientHistograms());
        }
    }

    @Override
    public void updated(Network network) {
        if (normsNext) {
            budget.compute(Budget.Kind.NORMS, () -> looks().layers().updateNorms());
        }
    }

    private Looks looks() {
        return java.util.Objects.requireNonNull(looks, "begin comes first");
    }

    @Override
    public void stepDone(Network network, Step step) throws RunException {
        Looks at = looks();
        int iterations = step.iterations();
        seconds = step.trainedSeconds();
        budget.stepped(step.seconds());
        if (normsNext) {
            norms.looked(seconds);
            budget.spend(Budget.Kind.NORMS, () -> at.layers().writeNorms(iterations));
        }
        if (histogramsNext) {
            histograms.looked(seconds);
            budget.spend(Budget.Kind.HISTOGRAMS, () -> {
                at.layers().writeHistograms(iterations);
                at.units().look(iterations);
            });
        }
        if (watching.isOn() && loads.isDue(seconds) && budget.affords(Budget.Kind.LOAD)) {
            loads.looked(seconds);
            budget.spend(Budget.Kind.LOAD, () -> load.look(step, budget.spentShare()));
        }
        if (at.pictures().isPossible() && pictures.isDue(seconds) && budget.affords(Budget.Kind.PICTURES)) {
            pictures.looked(seconds);
            budget.spend(Budget.Kind.PICTURES, () -> at.pictures().look(iterations, pinned.inputs()));
        }
        // Pictures a second are counted by who watches: by the clock on the wall.
        double now = System.nanoTime() / 1e9;
        if (at.surface().isPresent() && surfaces.isDue(now) && budget.affords(Budget.Kind.SURFACE)) {
            surfaces.looked(now);
            budget.spend(Budget.Kind.SURFACE, () -> at.surface().get().look(iterations, seconds, false));
        }
        plan();
    }

    @Override
    public @Nullable OutputTaker validation() {
        return watching.epochs() ? looks().confusion().orElse(null) : null;
    }

    @Override
    public void epochDone(Network network, int iterations, int epochsDone, boolean last) throws RunException {
        Looks at = looks();
        if (!watching.epochs() || !watching.isOn()) {
            return;
        }
        boolean due = epochs.isDue(seconds) && budget.affords(Budget.Kind.EPOCHS);
        if (epochsDone > 1 && !last && !due) {
            at.confusion().ifPresent(ConfusionLook::forget);
            return;
        }
        epochs.looked(seconds);
        budget.spend(Budget.Kind.EPOCHS, () -> {
            if (at.confusion().isPresent()) {
                at.confusion().get().write(iterations, epochsDone);
            }
            if (!pinned.pinned().isEmpty()) {
                pinned.look(network, iterations, epochsDone);
            }
        });
        if (last && at.surface().isPresent()) {
            budget.spend(Budget.Kind.SURFACE, () -> at.surface().get().look(iterations, seconds, true));
        }
    }

    @Override
    public void change(Watching wish, int iterations) throws RunException {
        watching = wish;
        budget.setShare(wish.share());
        norms = new Pace(wish.normsSeconds(), MANY_LOOKS);
        histograms = new Pace(wish.histogramsSeconds(), SOME_LOOKS);
        pictures = new Pace(wish.picturesSeconds(), FEW_LOOKS);
        surfaces = new Pace(wish.surfaceSeconds(), Integer.MAX_VALUE);
        List<Pinned> before = pinned.pinned();
        pinned.change(wish.pinned(), wish.method());
        if (!pinned.pinned().equals(before)) {
            writer.write(new WatchRecord.PinnedChosen(iterations, pinned.pinned()));
        }
        plan();
    }

    @Override
    public void close() throws RunException {
        writer.close();
    }
}

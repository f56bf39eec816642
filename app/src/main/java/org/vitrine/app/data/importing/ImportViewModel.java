package org.vitrine.app.data.importing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.importing.ImportPreview;
import org.vitrine.datasets.importing.ImportProgress;
import org.vitrine.datasets.importing.ImportReport;
import org.vitrine.datasets.importing.Importer;
import org.vitrine.datasets.importing.Importers;
import org.vitrine.graph.model.DataReference;

/** A file or folder on its way to a data set: probed, previewed, imported, reported. FX thread only. */
public final class ImportViewModel {
    private static final long SETTLE_MILLIS = 250;
    /** Which content was imported: for the importer alone to know. */
    private static final String CONTENT = "content";
    /** Options that name a column; where columns are known they are chosen from a list. */
    private static final Set<String> COLUMNS =
            Set.of("target", "text", "label", "class", "user", "item", "rating", "time", "group");

    /** How far the wizard is. */
    public enum Phase {
        CHOOSING,
        SETTING,
        IMPORTING,
        DONE
    }

    /**
     * How far an import is.
     *
     * @param share from 0 to 1; -1 if nobody knows
     */
    public record Progress(String text, double share) {
        static final Progress NONE = new Progress("", -1);
    }

    private final Importers importers;
    private final Latest looking;
    private final Latest running;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CHOOSING);
    private final ReadOnlyObjectWrapper<Optional<Path>> path = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Importer>> candidates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Importer>> importer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, String>> options = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final AtomicReference<@Nullable Progress> arriving = new AtomicReference<>();

    /**
     * @param looking for previews
     * @param running for the import itself
     */
    public ImportViewModel(Importers importers, Latest looking, Latest running, Executor fx) {
        this.importers = importers;
        this.looking = looking;
        this.running = running;
        this.fx = fx;
    }

    /** Looks at a file or folder and proposes what it is. */
    public void choose(Path chosen) {
        cancel();
        path.set(Optional.of(chosen));
        importer.set(Optional.empty());
        preview.set(Optional.empty());
        report.set(Optional.empty());
        trouble.set("");
        phase.set(Phase.CHOOSING);
        looking.run(
                0,
                () -> importers.suiting(chosen),
                found -> {
                    candidates.set(found);
                    if (found.isEmpty()) {
                        trouble.set(Texts.format("import.unknown", chosen));
                    } else {
                        take(found.get(0));
                    }
                },
                this::fail);
    }

    /** Takes the file or folder for something; its options begin anew. */
    public void take(Importer chosen) {
        importer.set(Optional.of(chosen));
        options.set(Map.of());
        preview.set(Optional.empty());
        phase.set(Phase.SETTING);
        look(0);
    }

    /** Changes options; the preview follows. */
    public void setOptions(Map<String, String> chosen, boolean done) {
        options.set(Map.copyOf(chosen));
        look(done ? 0 : SETTLE_MILLIS);
    }

    private void look(long delay) {
        Importer chosen = importer.get().orElseThrow();
        Map<String, String> all = all(chosen);
        looking.run(
                delay,
                () -> chosen.preview(all),
                found -> {
                    preview.set(Optional.of(found));
                    trouble.set("");
                },
                this::fail);
    }

    private Map<String, String> all(Importer chosen) {
        Map<String, String> all = new HashMap<>(options.get());
        all.put(chosen.place(), path.get().orElseThrow().toString());
        return all;
    }

    /** Imports in the background. */
    public void run() {
        Importer chosen = importer.get().orElseThrow();
        Map<String, String> all = all(chosen);
        looking.cancel();
        trouble.set("");
        report.set(Optional.empty());
        progress.set(Progress.NONE);
        phase.set(Phase.IMPORTING);
        running.run(
                0,
                () -> chosen.run(all, this::hear),
                made -> {
                    report.set(Optional.of(made));
                    phase.set(Phase.DONE);
                },
                failure -> {
                    phase.set(Phase.SETTING);
                    fail(failure);
                });
    }

    /** Stops an import; nothing of it is left behind. */
    public void cancel() {
        running.cancel();
        looking.cancel();
        if (phase.get() == Phase.IMPORTING) {
            phase.set(Phase.SETTING);
        }
    }

    /** Comes from any thread, many times a frame; the last one before a frame is shown. */
    private void hear(ImportProgress.Phase what, long done, long total) {
        Progress now = new Progress(
                Texts.format("import.phase." + what.name(), done, total), total > 0 ? (double) done / total : -1);
        if (arriving.getAndSet(now) == null) {
            fx.execute(() -> {
                Progress last = arriving.getAndSet(null);
                if (last != null && phase.get() == Phase.IMPORTING) {
                    progress.set(last);
                }
            });
        }
    }

    private void fail(Exception failure) {
        trouble.set(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /** The options to ask for: without the place, which was chosen, and with columns to choose from where they are known. */
    public List<DatasetOption> askedOptions() {
        if (importer.get().isEmpty()) {
            return List.of();
        }
        Importer chosen = importer.get().get();
        List<String> columns = preview.get()
                .map(found -> found.columns().stream()
                        .map(ImportPreview.ColumnSummary::name)
                        .toList())
                .orElse(List.of());
        return chosen.descriptor().options().stream()
                .filter(option ->
                        !option.name().equals(chosen.place()) && !option.name().equals(CONTENT))
                .map(option -> choosable(option, columns))
                .toList();
    }

    private static DatasetOption choosable(DatasetOption option, List<String> columns) {
        if (option.kind() != DatasetOption.Kind.TEXT || !COLUMNS.contains(option.name()) || columns.isEmpty()) {
            return option;
        }
        List<String> choices = new java.util.ArrayList<>(columns);
        choices.add(0, "");
        return DatasetOption.choice(option.name(), option.initial(), choices);
    }

    /** The imported data set; empty before it is there. */
    public Optional<DataReference> reference() {
        return report.get()
                .map(made -> new DataReference(
                        importer.get().orElseThrow().descriptor().id(), made.options()));
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> path() {
        return path.getReadOnlyProperty();
    }

    /** What the file or folder may be, the likeliest first. */
    public ReadOnlyObjectProperty<List<Importer>> candidates() {
        return candidates.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Importer>> importer() {
        return importer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<String, String>> options() {
        return options.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportReport>> report() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}

package org.vitrine.app.design.history;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.design.compare.ChangeLine;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.project.VersionStore.Version;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.graph.compare.DocumentComparison;
import org.vitrine.graph.edit.RestoreVersion;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.model.GraphDocument;

/** The versions of the open document's file, and what each changed. Reads them while its panel is shown. */
public final class HistoryViewModel {
    private static final int CHANGES_TOLD = 3;

    private final ProjectViewModel project;
    private final Latest latest;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final BooleanProperty shown = new SimpleBooleanProperty();

    /**
     * A version that can be read, or the reason why it can not.
     *
     * @param changes what it changed in the one before, in words
     */
    public record Entry(Version version, Optional<GraphDocument> document, String changes) {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                        FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());

        /** When it was saved, as people write it. */
        public String time() {
            return TIME.format(version.saved());
        }
    }

    public HistoryViewModel(ProjectViewModel project, Latest latest) {
        this.project = project;
        this.latest = latest;
        shown.subscribe(now -> refresh());
        project.file().subscribe(file -> refresh());
        project.savesProperty().subscribe(saves -> refresh());
    }

    /** Newest first. */
    public ObservableList<Entry> entries() {
        return entries;
    }

    /** Whether somebody looks. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether the document has a file, so that there can be versions of it. */
    public boolean hasFile() {
        return project.file().get().isPresent();
    }

    private void refresh() {
        Optional<Path> file = project.file().get();
        if (file.isEmpty()) {
            entries.clear();
        }
        if (!shown.get() || file.isEmpty()) {
            return;
        }
        latest.run(0, () -> read(file.get()), entries::setAll, failure -> entries.clear());
    }

    private List<Entry> read(Path file) throws java.io.IOException {
        List<Version> versions = project.versions().list(file);
        List<Entry> read = new ArrayList<>();
        @Nullable GraphDocument before = null;
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version version = versions.get(i);
            try {
                GraphDocument document = version.read();
                read.add(0, new Entry(version, Optional.of(document), changes(before, document)));
                before = document;
            } catch (DocumentFormatException e) {
                read.add(0, new Entry(version, Optional.empty(), String.valueOf(e.getMessage())));
            }
        }
        return read;
    }

    private static String changes(@Nullable GraphDocument before, GraphDocument after) {
        if (before == null) {
            return Texts.get("history.first");
        }
        List<ChangeLine> lines = ChangeLine.of(DocumentComparison.of(before, after));
        if (lines.isEmpty()) {
            return Texts.get("history.layout");
        }
        String told = String.join(
                "; ", lines.stream().limit(CHANGES_TOLD).map(ChangeLine::text).toList());
        return lines.size() > CHANGES_TOLD ? Texts.format("history.more", told, lines.size() - CHANGES_TOLD) : told;
    }

    /** Makes the open document that version; undo brings back what it was. */
    public void restore(Entry entry) {
        entry.document().ifPresent(document -> {
            project.graph().endGesture();
            project.graph().execute(new RestoreVersion(document));
            project.graph().endGesture();
        });
    }
}

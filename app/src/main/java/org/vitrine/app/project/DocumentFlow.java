package org.vitrine.app.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.app.settings.SettingsStore;
import org.vitrine.app.welcome.Example;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;

/** Opening, saving and leaving documents, so that unsaved edits are never lost without a question. */
public final class DocumentFlow {
    private final ProjectViewModel project;
    private final FileDialogs dialogs;
    private final SettingsStore settings;
    private final Runnable opened;

    /** @param opened called after a document was opened, to show it */
    public DocumentFlow(ProjectViewModel project, FileDialogs dialogs, SettingsStore settings, Runnable opened) {
        this.project = project;
        this.dialogs = dialogs;
        this.settings = settings;
        this.opened = opened;
    }

    public void openExample(Example example) {
        openCopy(example::load);
    }

    /** Opens a document that has no file of its own. */
    public void openCopy(Callable<GraphDocument> source) {
        leave(() -> project.openUnsaved(source, opened));
    }

    public void openChosen() {
        leave(() -> dialogs.chooseToOpen().ifPresent(this::read));
    }

    public void open(Path path) {
        leave(() -> read(path));
    }

    /** Starts an empty graph on a data set. */
    public void create(DataReference data) {
        leave(() -> {
            project.create(data);
            opened.run();
        });
    }

    public void save() {
        save(() -> {});
    }

    public void saveAs() {
        choosePlace(() -> {});
    }

    /** Goes on once unsaved edits are saved or given up; does nothing if the user would rather stay. */
    public void leave(Runnable then) {
        if (!project.open().get() || !project.graph().dirtyProperty().get()) {
            then.run();
            return;
        }
        switch (dialogs.askUnsaved(project.graph().document().title())) {
            case SAVE -> save(then);
            case DISCARD -> {
                project.forgetAutosave();
                then.run();
            }
            case CANCEL -> {}
        }
    }

    private void save(Runnable then) {
        project.file().get().ifPresentOrElse(path -> write(path, then), () -> choosePlace(then));
    }

    private void choosePlace(Runnable then) {
        String name = project.graph()
                .document()
                .title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        dialogs.chooseToSave(name.isEmpty() ? "graph" : name).ifPresent(path -> write(path, then));
    }

    private void write(Path path, Runnable then) {
        project.save(path, () -> {
            remember(path);
            then.run();
        });
    }

    private void read(Path path) {
        project.open(path, () -> {
            remember(path);
            opened.run();
        });
    }

    private void remember(Path path) {
        settings.update(now -> now.withRecent(path.toAbsolutePath().toString()));
    }
}

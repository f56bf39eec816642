package org.vitrine.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.shared.Texts;

/** Dialogs of the platform. */
public final class WindowDialogs implements FileDialogs {
    private static final String ENDING = "vitrine";

    private final Window owner;

    public WindowDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> chooseToOpen() {
        return chooseImport(ENDING);
    }

    @Override
    public Optional<Path> chooseImport(String extension) {
        return path(chooser(extension).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseModel() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.get("files.keras"), "*.h5", "*.hdf5", "*.keras"));
        return path(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseToSave(String suggested) {
        return chooseExport(suggested, ENDING);
    }

    @Override
    public Optional<Path> chooseExport(String suggested, String extension) {
        FileChooser chooser = chooser(extension);
        chooser.setInitialFileName(suggested + "." + extension);
        return path(chooser.showSaveDialog(owner))
                .map(chosen -> chosen.toString().toLowerCase(Locale.ROOT).endsWith("." + extension)
                        ? chosen
                        : Path.of(chosen + "." + extension));
    }

    @Override
    public Answer askUnsaved(String title) {
        ButtonType save = new ButtonType(Texts.get("unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(Texts.get("unsaved.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(Texts.get("unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, Texts.format("unsaved.text", title), save, discard, cancel);
        alert.initOwner(owner);
        alert.setTitle(Texts.get("unsaved.title"));
        alert.setHeaderText(null);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        if (answer == save) {
            return Answer.SAVE;
        }
        return answer == discard ? Answer.DISCARD : Answer.CANCEL;
    }

    private static FileChooser chooser(String extension) {
        FileChooser chooser = new FileChooser();
        String name = extension.equals(ENDING) ? Texts.get("files.vitrine") : extension.toUpperCase(Locale.ROOT);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(name, "*." + extension));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}

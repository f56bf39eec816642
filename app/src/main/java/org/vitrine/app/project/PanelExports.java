package org.vitrine.app.project;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;

/** Writes panels to files that a person chooses, off the window's thread. */
public final class PanelExports implements PanelFrame.Exports {
    private final FileDialogs dialogs;
    private final Background background;
    private final Consumer<String> notices;
    private final Consumer<String> errors;

    /** @param notices shows a message; {@code errors} shows a failure */
    public PanelExports(FileDialogs dialogs, Background background, Consumer<String> notices, Consumer<String> errors) {
        this.dialogs = dialogs;
        this.background = background;
        this.notices = notices;
        this.errors = errors;
    }

    @Override
    public void write(Panel panel, PanelFormat format) {
        PanelFile shown = PanelFile.of(panel);
        dialogs.chooseExport(panel.id(), format.extension()).ifPresent(file -> write(shown, file, format));
    }

    private void write(PanelFile shown, Path file, PanelFormat format) {
        background.run(
                () -> {
                    shown.write(file, format);
                    return file;
                },
                written -> notices.accept(Texts.format("export.done", written)),
                failure -> errors.accept(Texts.format("export.failed", file, String.valueOf(failure.getMessage()))));
    }
}

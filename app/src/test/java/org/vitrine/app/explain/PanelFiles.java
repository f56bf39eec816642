package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.charts.panel.PanelFile;
import org.vitrine.charts.panel.PanelFormat;
import org.vitrine.charts.panel.PanelFrame;

/** What panels of a window write. */
public final class PanelFiles {
    private PanelFiles() {}

    /** Writes a panel in all formats; gives its table. */
    public static String csv(Node root, String id) throws Exception {
        PanelFrame frame = (PanelFrame) root.lookup("#panel-" + id);
        assertThat(frame).as(id).isNotNull();
        PanelFile file = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> PanelFile.of(frame.panel()));
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        for (PanelFormat format : PanelFormat.values()) {
            assertThat(file.has(format)).as("%s of %s", format, id).isTrue();
            file.write(folder.resolve(id + "." + format.extension()), format);
            assertThat(folder.resolve(id + "." + format.extension())).isNotEmptyFile();
        }
        return Files.readString(folder.resolve(id + ".csv"));
    }
}

package org.vitrine.charts.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.figure.PartsFigure;
import org.vitrine.charts.testing.Stages;

class PanelTest {
    private static final Table TABLE =
            Table.of(List.of("class", "recall"), List.of(List.of("cat, small", 0.5), List.of("dog", Double.NaN)));

    @TempDir
    Path folder;

    private static Panel panel() {
        FigureView view = new FigureView(() -> "a box");
        view.show((sheet, width, height, theme) -> sheet.fillBox(0, 0, width, height, 0xFF009E73));
        return Panel.of("recall", "Recall of each class", view, () -> Optional.of(TABLE));
    }

    @Test
    void aPanelIsWrittenInEachFormat() throws IOException {
        PanelFrame frame = Stages.show(600, 400, () -> new PanelFrame(panel(), (panel, format) -> {}));
        PanelFile file = Stages.fx(() -> PanelFile.of(frame.panel()));

        for (PanelFormat format : PanelFormat.values()) {
            assertThat(file.has(format)).isTrue();
            file.write(folder.resolve("recall." + format.extension()), format);
        }

        assertThat(ImageIO.read(folder.resolve("recall.png").toFile()).getWidth())
                .isEqualTo((int) (2 * frame.panel().node().getLayoutBounds().getWidth()));
        assertThat(Files.readString(folder.resolve("recall.svg"))).contains("Recall of each class");
        assertThat(folder.resolve("recall.pdf")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("recall.csv")))
                .isEqualTo("class,recall\r\n\"cat, small\",0.5\r\ndog,\r\n");
    }

    @Test
    void whatHasToBeScrolledIsWrittenWhole() throws IOException {
        List<PartsFigure.Part> parts =
                Collections.nCopies(7, new PartsFigure.Part("a part", "", (sheet, width, height, theme) -> {}));
        PartsFigure all = new PartsFigure(parts, 300, 200);
        Panel low = Stages.fx(
                () -> new Panel("parts", "Parts", new Label("-"), () -> Optional.of(all), () -> Optional.of(TABLE)));

        Stages.fx(() -> PanelFile.of(low)).write(folder.resolve("parts.png"), PanelFormat.PNG);

        assertThat(all.height(480)).isEqualTo(7 * 236 + 12);
        assertThat(all.height(960)).as("three in a row").isEqualTo(3 * 236 + 12);
        assertThat(ImageIO.read(folder.resolve("parts.png").toFile()).getHeight())
                .isEqualTo(2 * (7 * 236 + 12));
    }

    @Test
    void theMenuTellsWhichPanelIsToBeWrittenAsWhat() {
        List<String> asked = new ArrayList<>();
        PanelFrame frame =
                Stages.show(600, 400, () -> new PanelFrame(panel(), (panel, format) -> asked.add(panel.id() + format)));
        MenuButton menu = (MenuButton) frame.lookup("#export-recall");

        Stages.fx(() -> menu.getItems().forEach(MenuItem::fire));

        assertThat(asked).containsExactly("recallPNG", "recallSVG", "recallPDF", "recallCSV");
    }

    @Test
    void whatAPanelDoesNotHaveCanNotBeChosen() {
        Panel empty = Stages.fx(
                () -> new Panel("nothing", "Nothing yet", new Label("-"), Optional::empty, () -> Optional.of(TABLE)));
        PanelFrame frame = Stages.show(600, 400, () -> new PanelFrame(empty, (panel, format) -> {}));
        MenuButton menu = (MenuButton) frame.lookup("#export-nothing");

        Stages.fx(menu::show);

        assertThat(menu.getItems().stream().map(MenuItem::isDisable)).containsExactly(true, true, true, false);
        Stages.fx(menu::hide);
    }

    @Test
    void screenshots() {
        Stages.screenshots("panel", 480, 300, () -> new PanelFrame(panel(), (panel, format) -> {}));
    }
}

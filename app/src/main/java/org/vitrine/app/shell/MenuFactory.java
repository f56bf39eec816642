package org.vitrine.app.shell;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.vitrine.app.action.Action;
import org.vitrine.app.action.Actions;
import org.vitrine.app.shared.Texts;

/** The menu bar, made from the actions by their ids; {@code -} is a separator. */
final class MenuFactory {
    private record Group(String key, List<String> ids) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "menu.file",
                    List.of(
                            "new",
                            "templates",
                            "open",
                            "save",
                            "saveAs",
                            "-",
                            "versions",
                            "compare",
                            "-",
                            "importModel",
                            "importData",
                            "drawData",
                            "-",
                            "exportPicture",
                            "-",
                            "quit")),
            new Group("menu.edit", List.of("undo", "redo", "-", "palette")),
            new Group(
                    "menu.view",
                    List.of(
                            "home",
                            "data",
                            "design",
                            "train",
                            "explain",
                            "runs",
                            "-",
                            "theme",
                            "edges",
                            "motion",
                            "textLarger",
                            "textSmaller")),
            new Group("menu.run", List.of("startTraining", "pauseTraining", "stopTraining", "-", "explainRun")));

    private MenuFactory() {}

    static MenuBar create(Actions actions) {
        MenuBar bar = new MenuBar();
        for (Group group : GROUPS) {
            Menu menu = new Menu(Texts.get(group.key()));
            for (String id : group.ids()) {
                menu.getItems().add(id.equals("-") ? new SeparatorMenuItem() : item(actions.get(id)));
            }
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.name());
        action.shortcut().ifPresent(item::setAccelerator);
        item.disableProperty().bind(action.disabled());
        item.setOnAction(event -> action.run());
        return item;
    }
}

package org.vitrine.editor.canvas;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.vitrine.editor.model.Arrangement;
import org.vitrine.editor.model.GraphActions;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.model.Texts;

/** The context menu, made for what is chosen at the moment. */
final class CanvasMenu {
    private CanvasMenu() {}

    static ContextMenu of(GraphCanvas canvas, GraphViewModel model, ConnectMode connect, QuickConnect quick) {
        GraphActions actions = model.actions();
        Selection chosen = model.selection();
        boolean nodes = !chosen.nodes().isEmpty();
        boolean block = actions.blocks().chosenBlock().isPresent();
        boolean one = chosen.singleNode().isPresent();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("add", MaterialDesignP.PLUS, "Insert", () -> quick.openForSelection(""), true),
                        item(
                                "connect",
                                MaterialDesignV.VECTOR_POLYLINE,
                                "Shortcut+E",
                                () -> chosen.singleNode().ifPresent(connect::startByKeys),
                                one),
                        item("rename", MaterialDesignR.RENAME_BOX, "F2", canvas.requests()::editName, one),
                        new SeparatorMenuItem(),
                        item("cut", MaterialDesignC.CONTENT_CUT, "Shortcut+X", actions::cut, nodes),
                        item("copy", MaterialDesignC.CONTENT_COPY, "Shortcut+C", actions::copy, nodes),
                        item("paste", MaterialDesignC.CONTENT_PASTE, "Shortcut+V", actions::paste, actions.canPaste()),
                        item("duplicate", MaterialDesignC.CONTENT_DUPLICATE, "Shortcut+D", actions::duplicate, nodes),
                        item("delete", MaterialDesignT.TRASH_CAN_OUTLINE, "Delete", actions::delete, !chosen.isEmpty()),
                        item(
                                "bypass",
                                MaterialDesignV.VECTOR_POLYLINE_MINUS,
                                "Shift+Delete",
                                actions::bypass,
                                actions.canBypass()),
                        item(
                                "replace",
                                MaterialDesignS.SWAP_HORIZONTAL,
                                "Shortcut+R",
                                canvas.requests()::replace,
                                nodes),
                        new SeparatorMenuItem(),
                        item(
                                "openBlock",
                                MaterialDesignL.LOGIN_VARIANT,
                                "Shortcut+Enter",
                                () -> chosen.singleNode().ifPresent(model::enter),
                                block),
                        item(
                                "collapse",
                                MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                                "Shortcut+G",
                                () -> actions.blocks().collapse(),
                                actions.blocks().whyNotCollapse().isEmpty()),
                        item(
                                "unpack",
                                MaterialDesignP.PACKAGE_VARIANT,
                                "Shortcut+Shift+G",
                                actions.blocks()::unpack,
                                block),
                        item("note", MaterialDesignN.NOTE_PLUS_OUTLINE, "Shortcut+M", canvas::addNote, true),
                        item(
                                "frame",
                                MaterialDesignS.SELECT_GROUP,
                                "Shortcut+B",
                                () -> actions.notes().addFrame(),
                                nodes),
                        new SeparatorMenuItem(),
                        inLine(actions),
                        item(
                                "arrange",
                                MaterialDesignF.FILE_TREE_OUTLINE,
                                "Shortcut+L",
                                canvas.requests()::arrange,
                                true),
                        item("selectAll", MaterialDesignL.LAYERS_OUTLINE, "Shortcut+A", model::selectAll, true),
                        item("fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Shortcut+0", canvas::fit, true));
        return menu;
    }

    private static Menu inLine(GraphActions actions) {
        Menu menu = new Menu(Texts.text("menu.inLine"), new FontIcon(MaterialDesignA.ALIGN_HORIZONTAL_CENTER));
        menu.setId("menu-inLine");
        for (Arrangement way : Arrangement.values()) {
            menu.getItems()
                    .add(item(
                            "align." + way,
                            icon(way),
                            CanvasKeys.shortcut(way),
                            () -> actions.arrange(way),
                            actions.canArrange(way)));
        }
        menu.setDisable(!actions.canArrange(Arrangement.LEFT));
        return menu;
    }

    private static Ikon icon(Arrangement way) {
        return switch (way) {
            case LEFT -> MaterialDesignA.ALIGN_HORIZONTAL_LEFT;
            case CENTRE -> MaterialDesignA.ALIGN_HORIZONTAL_CENTER;
            case RIGHT -> MaterialDesignA.ALIGN_HORIZONTAL_RIGHT;
            case TOP -> MaterialDesignA.ALIGN_VERTICAL_TOP;
            case MIDDLE -> MaterialDesignA.ALIGN_VERTICAL_CENTER;
            case BOTTOM -> MaterialDesignA.ALIGN_VERTICAL_BOTTOM;
            case EVEN_ACROSS -> MaterialDesignA.ALIGN_HORIZONTAL_DISTRIBUTE;
            case EVEN_DOWN -> MaterialDesignA.ALIGN_VERTICAL_DISTRIBUTE;
        };
    }

    private static MenuItem item(String key, Ikon icon, String keys, Runnable action, boolean enabled) {
        MenuItem item = new MenuItem(Texts.text("menu." + key), new FontIcon(icon));
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        item.setDisable(!enabled);
        item.setId("menu-" + key);
        return item;
    }
}

package org.vitrine.editor.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.vitrine.editor.model.Arrangement;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.model.NodeId;

/** The keyboard on the canvas. */
final class CanvasKeys {
    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final Walk walk;
    private final ConnectMode connect;
    private final QuickConnect quick;
    private final PointerGestures gestures;

    CanvasKeys(
            GraphCanvas canvas,
            GraphViewModel model,
            Walk walk,
            ConnectMode connect,
            QuickConnect quick,
            PointerGestures gestures) {
        this.canvas = canvas;
        this.model = model;
        this.walk = walk;
        this.connect = connect;
        this.quick = quick;
        this.gestures = gestures;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (handle(event)) {
                event.consume();
            }
        });
        // Whoever types a name on the canvas wants that layer.
        canvas.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean plain = !event.isAltDown() && !event.isControlDown() && !event.isShortcutDown();
            if (plain && event.getCharacter().equals("?")) {
                canvas.requests().help();
                event.consume();
            } else if (plain && !connect.isActive() && isLetter(event.getCharacter())) {
                quick.openForSelection(event.getCharacter());
                event.consume();
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                gestures.setSpaceHeld(false);
            }
        });
    }

    private static boolean isLetter(String typed) {
        return typed.length() == 1 && Character.isLetterOrDigit(typed.charAt(0));
    }

    private boolean handle(KeyEvent event) {
        if (connect.isActive() && connectKey(event.getCode())) {
            return true;
        }
        for (Arrangement way : Arrangement.values()) {
            if (KeyCombination.valueOf(shortcut(way)).match(event)) {
                model.actions().arrange(way);
                return true;
            }
        }
        return event.isShortcutDown() ? shortcut(event) : plain(event);
    }

    /** The keys that put the chosen nodes in line. */
    static String shortcut(Arrangement way) {
        return switch (way) {
            case LEFT -> "Alt+Left";
            case CENTRE -> "Alt+H";
            case RIGHT -> "Alt+Right";
            case TOP -> "Alt+Up";
            case MIDDLE -> "Alt+V";
            case BOTTOM -> "Alt+Down";
            case EVEN_ACROSS -> "Alt+Shift+H";
            case EVEN_DOWN -> "Alt+Shift+V";
        };
    }

    private boolean connectKey(KeyCode code) {
        switch (code) {
            case RIGHT, DOWN, TAB -> connect.step(1);
            case LEFT, UP -> connect.step(-1);
            case ENTER -> connect.finish();
            case ESCAPE -> {
                gestures.cancel();
                connect.cancel();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    model.redo();
                } else {
                    model.undo();
                }
            }
            case Y -> model.redo();
            case C -> model.actions().copy();
            case X -> model.actions().cut();
            case V -> {
                model.actions().whyNotPaste().ifPresent(canvas::tell);
                model.actions().paste();
            }
            case D -> model.actions().duplicate();
            case A -> model.selectAll();
            case E -> model.selection().singleNode().ifPresent(connect::startByKeys);
            case L -> canvas.requests().arrange();
            case G -> {
                if (event.isShiftDown()) {
                    model.actions().blocks().unpack();
                } else {
                    collapse();
                }
            }
            case ENTER -> model.selection().singleNode().ifPresent(model::enter);
            case R -> canvas.requests().replace();
            case M -> {
                if (event.isShiftDown()) {
                    model.actions().notes().chooseNext();
                } else {
                    canvas.addNote();
                }
            }
            case B ->
                model.actions().notes().addFrame().ifPresent(frame -> canvas.requests()
                        .editParameters());
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case PLUS, EQUALS, ADD -> canvas.zoomIn();
            case MINUS, SUBTRACT -> canvas.zoomOut();
            default -> {
                return nudge(event);
            }
        }
        return true;
    }

    /** Says why if it can not be. */
    private void collapse() {
        Optional<String> refusal = model.actions().blocks().whyNotCollapse();
        refusal.ifPresent(canvas::tell);
        if (refusal.isEmpty()) {
            model.actions().blocks().collapse();
        }
    }

    private boolean nudge(KeyEvent event) {
        double step = event.isShiftDown() ? 5 * NodeMetrics.GRID : NodeMetrics.GRID;
        switch (event.getCode()) {
            case LEFT -> model.actions().nudge(-step, 0);
            case RIGHT -> model.actions().nudge(step, 0);
            case UP -> model.actions().nudge(0, -step);
            case DOWN -> model.actions().nudge(0, step);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> {
                return go(walk.next(event.isShiftDown() ? -1 : 1), false);
            }
            case UP, DOWN, LEFT, RIGHT -> go(walk.towards(event.getCode()), event.isShiftDown());
            case HOME -> go(walk.first(), event.isShiftDown());
            case END -> go(walk.last(), event.isShiftDown());
            case ENTER -> canvas.requests().editParameters();
            case F2 -> canvas.requests().editName();
            case INSERT -> quick.openForSelection("");
            case F1 -> canvas.requests().help();
            case BACK_SPACE, DELETE -> {
                if (event.getCode() == KeyCode.BACK_SPACE && model.selection().isEmpty()) {
                    return model.leave();
                }
                if (event.isShiftDown()) {
                    model.actions().bypass();
                } else {
                    model.actions().delete();
                }
            }
            case PLUS, EQUALS, ADD -> canvas.zoomIn();
            case MINUS, SUBTRACT -> canvas.zoomOut();
            case SPACE -> gestures.setSpaceHeld(true);
            case CONTEXT_MENU -> canvas.showMenu();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                canvas.showMenu();
            }
            case ESCAPE -> {
                canvas.hideHint();
                if (!gestures.cancel() && model.selection().isEmpty()) {
                    return model.leave();
                }
                model.clearSelection();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean go(Optional<NodeId> node, boolean more) {
        node.ifPresent(id -> {
            Selection found = Selection.of(id);
            model.select(more ? model.selection().with(found) : found);
            canvas.reveal(List.of(id));
        });
        return node.isPresent();
    }
}

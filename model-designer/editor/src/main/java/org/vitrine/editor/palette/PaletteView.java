package org.vitrine.editor.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.SpecTexts;

/**
 * All layers by family, with a search field that keeps the keyboard: type, walk with the arrows, Enter adds, Escape
 * empties the search.
 */
public final class PaletteView extends VBox {
    private List<LayerSpec> layers;
    private final PaletteTarget target;
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<PaletteItem> items = new ArrayList<>();
    private int current = -1;

    /** @param layers every layer once, with the parameters a new node starts with */
    public PaletteView(List<LayerSpec> layers, PaletteTarget target) {
        this.layers = layers;
        this.target = target;
        getStyleClass().add("palette");
        list.getStyleClass().add("palette-list");
        search.setId("palette-search");
        search.setPromptText(Texts.text("palette.search"));
        search.setAccessibleText(Texts.text("palette.search"));
        search.getStyleClass().add("palette-search");
        search.textProperty().addListener((observable, before, now) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FontIcon lens = new FontIcon(MaterialDesignM.MAGNIFY);
        lens.setMouseTransparent(true);
        lens.getStyleClass().add("palette-lens");
        StackPane field = new StackPane(search, lens);
        field.getStyleClass().add("palette-field");
        StackPane.setAlignment(lens, Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(field, scroll);
        fill();
    }

    /** Brings the keyboard to the search field, ready for a new word. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Offers other layers. */
    public void setLayers(List<LayerSpec> offered) {
        if (!offered.equals(layers)) {
            layers = List.copyOf(offered);
            fill();
        }
    }

    /** Puts something below the list. */
    public void setFoot(Node foot) {
        getChildren().add(foot);
    }

    /** Says in the empty search field what a choice will do. */
    public void setPrompt(String prompt) {
        search.setPromptText(prompt);
    }

    private void fill() {
        boolean searching = !search.getText().isBlank();
        list.getChildren().clear();
        items.clear();
        Optional<Family> group = Optional.empty();
        for (LayerSpec layer : PaletteSearch.find(search.getText(), layers)) {
            if (!searching && !group.equals(Optional.of(layer.family()))) {
                group = Optional.of(layer.family());
                list.getChildren().add(heading(layer.family()));
            }
            PaletteItem item = new PaletteItem(layer, target);
            items.add(item);
            list.getChildren().add(item);
        }
        if (items.isEmpty()) {
            Label nothing =
                    new Label(Texts.text("palette.nothing", search.getText().trim()));
            nothing.setWrapText(true);
            nothing.getStyleClass().add("palette-nothing");
            list.getChildren().add(nothing);
        }
        makeCurrent(searching && !items.isEmpty() ? 0 : -1);
    }

    private static Label heading(Family family) {
        Label heading = new Label(SpecTexts.constant(family));
        heading.getStyleClass().addAll("palette-family", FamilyLook.styleClass(family));
        return heading;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> makeCurrent(Math.min(current + 1, items.size() - 1));
            case UP -> makeCurrent(Math.max(current - 1, 0));
            case ENTER -> {
                if (current >= 0) {
                    target.add(items.get(current).layer());
                    search.selectAll();
                }
            }
            case ESCAPE -> {
                items.forEach(PaletteItem::cancel);
                target.cancelled();
                search.clear();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void makeCurrent(int index) {
        current = index;
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setCurrent(i == index);
        }
        if (index >= 0 && index < items.size()) {
            scrollTo(items.get(index));
            search.setAccessibleHelp(items.get(index).getAccessibleText());
        }
    }

    private void scrollTo(PaletteItem item) {
        double view = scroll.getViewportBounds().getHeight();
        double all = list.getHeight();
        if (all <= view) {
            return;
        }
        Bounds bounds = item.getBoundsInParent();
        double top = scroll.getVvalue() * (all - view);
        if (bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / (all - view));
        } else if (bounds.getMaxY() > top + view) {
            scroll.setVvalue((bounds.getMaxY() - view) / (all - view));
        }
    }
}

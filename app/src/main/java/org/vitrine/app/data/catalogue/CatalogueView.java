package org.vitrine.app.data.catalogue;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;

/** The catalogue: a search field, chips by kind, and the data sets with a small picture each. */
public final class CatalogueView extends VBox {
    private static final double THUMB = 48;

    private final CatalogueViewModel model;
    private final Thumbs thumbs;
    private final ListView<Entry> list = new ListView<>();
    private boolean following;

    /**
     * @param above buttons that stand over the list
     * @param choose called when the user chooses a data set
     */
    public CatalogueView(CatalogueViewModel model, Thumbs thumbs, List<Node> above, Consumer<Entry> choose) {
        super(8);
        this.model = model;
        this.thumbs = thumbs;
        getStyleClass().add("catalogue");
        TextField search = new TextField();
        search.setId("dataset-search");
        search.setPromptText(Texts.get("data.search"));
        search.textProperty().bindBidirectional(model.search());
        FlowPane chips = new FlowPane(4, 4);
        model.offered().forEach(kind -> chips.getChildren().add(chip(kind)));
        HBox buttons = new HBox(8);
        buttons.getChildren().setAll(above);
        list.setId("dataset-list");
        list.setItems(model.shown());
        list.setCellFactory(view -> new Cell());
        Label none = new Label(Texts.get("data.search.none"));
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !following) {
                choose.accept(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        for (Node node : List.of(buttons, search, chips)) {
            VBox.setMargin(node, new Insets(0, 12, 0, 12));
        }
        getChildren().addAll(buttons, search, chips, list);
        setPrefWidth(320);
        setMinWidth(300);
    }

    /** Marks the data set that is looked at, without choosing it anew. */
    public void follow(String id) {
        following = true;
        list.getItems().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        entry -> {
                            if (!entry.equals(list.getSelectionModel().getSelectedItem())) {
                                list.getSelectionModel().select(entry);
                                list.scrollTo(entry);
                            }
                        },
                        () -> list.getSelectionModel().clearSelection());
        following = false;
    }

    private ToggleButton chip(DataKind kind) {
        ToggleButton chip = new ToggleButton(kind.title(), new FontIcon(kind.icon()));
        chip.setId("kind-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        chip.getStyleClass().add("filter-chip");
        chip.selectedProperty().subscribe(on -> {
            if (on) {
                model.kinds().add(kind);
            } else {
                model.kinds().remove(kind);
            }
        });
        return chip;
    }

    private final class Cell extends ListCell<Entry> {
        private final ImageView image = new ImageView();
        private final FontIcon icon = new FontIcon();
        private final StackPane thumb = new StackPane(icon, image);
        private final Label name = new Label();
        private final Label task = new Label();
        private final HBox row;
        private @Nullable Entry wanted;

        Cell() {
            name.getStyleClass().add("card-title");
            task.getStyleClass().add("text-muted");
            icon.getStyleClass().add("thumb-icon");
            thumb.getStyleClass().add("thumb");
            thumb.setMinSize(THUMB, THUMB);
            thumb.setMaxSize(THUMB, THUMB);
            image.setFitWidth(THUMB);
            image.setFitHeight(THUMB);
            VBox words = new VBox(2, name, task);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(12, thumb, words);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                wanted = null;
                setGraphic(null);
                return;
            }
            name.setText(entry.title());
            task.setText(entry.task());
            setGraphic(row);
            if (entry.equals(wanted)) {
                return;
            }
            wanted = entry;
            image.setImage(null);
            icon.setIconLiteral(entry.kind().icon());
            icon.setVisible(true);
            thumbs.request(entry.descriptor(), picture -> {
                if (entry.equals(wanted)) {
                    image.setImage(picture);
                    icon.setVisible(false);
                }
            });
        }
    }
}

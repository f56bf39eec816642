package org.vitrine.editor.quick;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.palette.PaletteSearch;
import org.vitrine.graph.parameter.SpecTexts;
import org.vitrine.graph.shape.Shape;

/** A small list of offers on the canvas, searched by typing: Enter takes the one that is lit, Escape takes none. */
public final class QuickList extends VBox {
    private static final double WIDTH_EM = 26;
    private static final double HEIGHT_EM = 20;

    private final TextField search = new TextField();
    private final ListView<Offer> found = new ListView<>();
    private final Label nothing = new Label();
    private final Runnable closed;
    private List<Offer> offers = List.of();
    private Consumer<Offer> taker = offer -> {};

    /** @param closed called when the list goes away, by whatever way */
    public QuickList(Runnable closed) {
        this.closed = closed;
        getStyleClass().add("quick-list");
        setManaged(false);
        setVisible(false);
        search.setId("quick-search");
        search.setPromptText(Texts.text("quick.prompt"));
        search.setAccessibleText(Texts.text("quick.prompt"));
        found.setId("quick-offers");
        found.setFocusTraversable(false);
        found.setCellFactory(list -> new OfferCell());
        nothing.setWrapText(true);
        nothing.getStyleClass().add("quick-nothing");
        nothing.managedProperty().bind(nothing.visibleProperty());
        VBox.setVgrow(found, Priority.ALWAYS);
        getChildren().addAll(search, nothing, found);
        search.textProperty().addListener((observable, before, now) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setOnMouseClicked(event -> take());
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        search.focusedProperty().addListener((observable, before, now) -> {
            if (before && !now && !holdsFocus()) {
                close();
            }
        });
    }

    private boolean holdsFocus() {
        for (Node node = getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }

    /**
     * Opens the list.
     *
     * @param typed what was typed already
     * @param use takes the chosen offer
     */
    public void open(List<Offer> fitting, String typed, Consumer<Offer> use) {
        offers = fitting;
        taker = use;
        search.setText(typed);
        fill();
        setVisible(true);
        search.requestFocus();
        search.positionCaret(typed.length());
    }

    public void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    /** Takes the size that goes with its font, as far as there is room. */
    public void sizeFor(double roomX, double roomY) {
        double em = search.getFont().getSize();
        resize(Math.min(WIDTH_EM * em, roomX), Math.min(HEIGHT_EM * em, roomY));
    }

    private void fill() {
        record Hit(Offer offer, int score) {}
        String query = search.getText();
        List<Offer> hits = query.isBlank()
                ? offers
                : offers.stream()
                        .flatMap(offer -> {
                            OptionalInt score = PaletteSearch.score(query, offer.layer());
                            return score.isPresent()
                                    ? Optional.of(new Hit(offer, score.getAsInt())).stream()
                                    : Optional.<Hit>empty().stream();
                        })
                        .sorted(Comparator.comparingInt(Hit::score))
                        .map(Hit::offer)
                        .toList();
        found.getItems().setAll(hits);
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
        nothing.setVisible(hits.isEmpty());
        nothing.setText(Texts.text("quick.nothing", query.trim()));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case PAGE_DOWN -> step(8);
            case PAGE_UP -> step(-8);
            case ENTER -> take();
            case ESCAPE -> close();
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int direction) {
        int size = found.getItems().size();
        if (size > 0) {
            int next = found.getSelectionModel().getSelectedIndex() + direction;
            int held = Math.max(0, Math.min(size - 1, next));
            found.getSelectionModel().select(held);
            found.scrollTo(Math.max(0, held - 3));
            Offer offer = found.getItems().get(held);
            search.setAccessibleHelp(SpecTexts.title(offer.layer()) + ". " + detail(offer));
        }
    }

    private void take() {
        Offer offer = found.getSelectionModel().getSelectedItem();
        if (offer != null) {
            close();
            taker.accept(offer);
        }
    }

    private static String detail(Offer offer) {
        String shape = offer.output().map(Shape::text).orElse("");
        if (offer.before().isEmpty()) {
            return shape;
        }
        String first = offer.before().stream().map(SpecTexts::title).collect(Collectors.joining(", "));
        return Texts.text("quick.first", first, shape);
    }

    private static final class OfferCell extends ListCell<Offer> {
        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            getStyleClass().removeIf(style -> style.startsWith("family-"));
            if (empty || offer == null) {
                setGraphic(null);
                setId(null);
                return;
            }
            getStyleClass().add(FamilyLook.styleClass(offer.layer().family()));
            setId("quick-" + offer.layer().type());
            Label title = new Label(
                    SpecTexts.title(offer.layer()),
                    FamilyLook.graphic(offer.layer().family()));
            title.getStyleClass().add("palette-title");
            title.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label side = new Label(detail(offer));
            side.getStyleClass().add("quick-detail");
            HBox row = new HBox(title, gap, side);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(1);
            setGraphic(row);
            setAccessibleText(SpecTexts.title(offer.layer()) + ". " + detail(offer));
        }
    }
}

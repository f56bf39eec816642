package org.vitrine.app.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;

/** The first page: what Vitrine is, examples that train as they are, recent files. */
public final class WelcomeView extends ScrollPane {

    /** What the page can ask for. */
    public interface Handler {
        void openExample(Example example);

        void openFile();

        void newGraph();

        void templates();
    }

    private final Handler handler;
    private final VBox recent = new VBox(4);

    public WelcomeView(Handler handler) {
        this.handler = handler;
        getStyleClass().add("welcome");
        setFitToWidth(true);

        Label title = new Label(Texts.get("welcome.title"));
        title.getStyleClass().add("welcome-title");
        Label motto = new Label(Texts.get("welcome.motto"));
        motto.getStyleClass().add("welcome-motto");
        motto.setWrapText(true);
        VBox head = new VBox(4, title, motto);
        HBox.setHgrow(head, Priority.ALWAYS);
        Button create = button("welcome.new", "mdi2p-plus", handler::newGraph);
        create.setId("welcome-new");
        create.getStyleClass().add("accent");
        Button open = button("welcome.open", "mdi2f-folder-open-outline", handler::openFile);
        Button templates = button("welcome.templates", "mdi2v-view-grid-outline", handler::templates);
        templates.setId("welcome-templates");
        HBox buttons = new HBox(8, create, templates, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox banner = new HBox(24, head, buttons);
        banner.setAlignment(Pos.CENTER_LEFT);

        VBox page = new VBox(16, banner);
        for (Example.Group group : Example.Group.values()) {
            FlowPane cards = new FlowPane(16, 16);
            Example.ALL.stream().filter(example -> example.group() == group).forEach(example -> cards.getChildren()
                    .add(card(example)));
            page.getChildren().addAll(heading("welcome.examples." + group.name().toLowerCase(Locale.ROOT)), cards);
        }
        page.getChildren().addAll(heading("welcome.recent"), recent, steps());
        page.getStyleClass().add("welcome-page");
        page.setMaxWidth(1132);
        StackPane centred = new StackPane(page);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
    }

    /** Shows the recent files, or that there are none. */
    public void showRecent(List<Path> paths, Consumer<Path> open) {
        recent.getChildren().clear();
        if (paths.isEmpty()) {
            Label none = new Label(Texts.get("welcome.recent.none"));
            none.getStyleClass().add("text-muted");
            recent.getChildren().add(none);
        }
        for (Path path : paths) {
            Path name = path.getFileName();
            Hyperlink link = new Hyperlink(name == null ? path.toString() : name.toString());
            link.setTooltip(new Tooltip(path.toString()));
            link.setOnAction(event -> open.accept(path));
            recent.getChildren().add(link);
        }
    }

    private Button card(Example example) {
        FontIcon icon = new FontIcon(example.icon());
        icon.getStyleClass().add("card-icon");
        Label family = new Label(Texts.get("example." + example.name() + ".family"));
        family.getStyleClass().add("card-family");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, icon, gap, family);
        top.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(Texts.get("example." + example.name() + ".title"));
        title.getStyleClass().add("card-title");
        Label summary = new Label(Texts.get("example." + example.name() + ".summary"));
        summary.getStyleClass().add("card-summary");
        summary.setWrapText(true);
        VBox box = new VBox(8, top, title, summary);
        Button card = new Button();
        card.setId("example-" + example.name());
        card.setGraphic(box);
        card.getStyleClass().add("example-card");
        box.prefWidthProperty().bind(card.widthProperty().subtract(32));
        card.setAccessibleText(title.getText() + ". " + summary.getText());
        card.setOnAction(event -> handler.openExample(example));
        return card;
    }

    private static HBox steps() {
        HBox row = new HBox(16);
        for (String step : List.of("assemble", "train", "explain")) {
            Label name = new Label(Texts.get("welcome.step." + step));
            name.getStyleClass().add("card-title");
            Label text = new Label(Texts.get("welcome.step." + step + ".text"));
            text.setWrapText(true);
            text.getStyleClass().add("text-muted");
            VBox box = new VBox(4, name, text);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(300);
            row.getChildren().add(box);
        }
        return row;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private static Button button(String key, String icon, Runnable effect) {
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.setOnAction(event -> effect.run());
        return button;
    }
}

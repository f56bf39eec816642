package org.vitrine.app.data;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.catalogue.CatalogueView;
import org.vitrine.app.data.options.OptionsForm;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.PreviewPane;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.welcome.Example;
import org.vitrine.app.words.WordPlan;
import org.vitrine.app.words.WordsForm;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.ClassBalance;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Target;

/** The Data stage: the catalogue at the left; what there is to see of the chosen data set at the right. */
public final class DataView extends HBox {
    private final DataViewModel model;
    private final DatasetCatalogue catalogue;
    private final DatasetTexts texts;
    private final CatalogueView list;
    private final Handler handler;
    private final Label title = label("stage-title");
    private final Label summary = label("data-summary");
    private final Label facts = label("text-muted");
    private final Label trouble = label("failure");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button example = new Button(Texts.get("data.example"), new FontIcon("mdi2f-folder-open-outline"));
    private final Button words = new Button(Texts.get("words.open"), new FontIcon("mdi2f-format-letter-matches"));
    private final WordsForm wordsForm;
    private final OptionsForm options;
    private final PreviewPane preview;
    private final ClassBalance balance = new ClassBalance();
    private final VBox balanceBox;
    private final VBox optionsBox;
    private String optionsOf = "";

    /** What can be done with a data set. */
    public interface Handler {
        /** Gives the graph this data set. */
        void use(DataReference reference);

        /** Starts a new graph on it. */
        void create(DataReference reference);

        void openExample(Example example);

        /** Trains vectors of words on its texts. */
        void trainWords(DataReference reference, WordPlan plan);

        /** The example graph for a data set. */
        Optional<Example> exampleFor(String dataset);
    }

    /**
     * The page of a catalogue.
     *
     * @param tabs stand behind the first one
     */
    public DataView(
            DataViewModel model,
            DatasetCatalogue catalogue,
            DatasetTexts texts,
            CatalogueView list,
            Background background,
            Handler handler,
            Tab... tabs) {
        this.model = model;
        this.catalogue = catalogue;
        this.texts = texts;
        this.list = list;
        this.handler = handler;
        options = new OptionsForm(
                new DatasetNames(texts, () -> model.shown().get().dataset()), model::setOptions);
        options.setMaxWidth(640);
        preview = new PreviewPane(background);
        wordsForm = new WordsForm(plan -> handler.trainWords(model.shown().get(), plan));
        showWordsForm(false);
        trouble.setId("data-trouble");
        facts.setId("data-facts");
        balanceBox = new VBox(8, heading("data.classes"), balance);
        balanceBox.setMaxWidth(640);
        optionsBox = new VBox(8, heading("data.options"), options);
        VBox page =
                new VBox(12, optionsBox, heading("data.examples"), preview, balanceBox, heading("data.about"), facts);
        page.getStyleClass().add("data-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        Tab look = new Tab(Texts.get("data.tab.look"), scroll);
        look.setId("tab-look");
        TabPane pane = new TabPane(look);
        pane.getTabs().addAll(tabs);
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setId("data-tabs");
        VBox.setVgrow(pane, Priority.ALWAYS);
        VBox head = new VBox(8, title, summary, buttons(), wordsForm, trouble);
        head.getStyleClass().add("data-head");
        VBox right = new VBox(head, pane);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        getChildren().addAll(list, right);
        model.shown().subscribe(this::showReference);
        model.look().subscribe(this::showLook);
        model.busy().subscribe(busy::setVisible);
        model.trouble().subscribe(text -> {
            trouble.setText(text);
            trouble.setManaged(!text.isEmpty());
        });
    }

    private HBox buttons() {
        Button use = new Button(Texts.get("data.use"), new FontIcon("mdi2c-check"));
        use.setId("data-use");
        use.setOnAction(event -> handler.use(model.shown().get()));
        Button create = new Button(Texts.get("data.create"), new FontIcon("mdi2p-plus"));
        create.setId("data-create");
        create.getStyleClass().add("accent");
        create.setOnAction(event -> handler.create(model.shown().get()));
        example.setId("data-example");
        example.setOnAction(
                event -> handler.exampleFor(model.shown().get().dataset()).ifPresent(handler::openExample));
        words.setId("data-words");
        words.setOnAction(event -> showWordsForm(!wordsForm.isVisible()));
        busy.setMaxSize(24, 24);
        HBox buttons = new HBox(8, create, words, use, example, busy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Node button : buttons.getChildren()) {
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
        }
        return buttons;
    }

    private void showWordsForm(boolean shown) {
        wordsForm.setVisible(shown);
        wordsForm.setManaged(shown);
    }

    /** Only texts have words to learn. */
    private void showWordsButton(boolean texts) {
        words.setVisible(texts);
        words.setManaged(texts);
        showWordsForm(texts && wordsForm.isVisible());
    }

    private void showExampleButton() {
        boolean ready = handler.exampleFor(model.shown().get().dataset()).isPresent();
        example.setVisible(ready);
        example.setManaged(ready);
    }

    private void showReference(DataReference reference) {
        list.follow(reference.dataset());
        showExampleButton();
        try {
            DatasetDescriptor descriptor = catalogue.byId(reference.dataset()).descriptor();
            title.setText(texts.title(descriptor.id()));
            summary.setText(texts.summary(descriptor.id()));
            boolean same = descriptor.id().equals(optionsOf) && options.values().equals(reference.options());
            if (!same) {
                options.show(descriptor.options(), reference.options());
                optionsOf = descriptor.id();
            }
            optionsBox.setVisible(!descriptor.options().isEmpty());
            optionsBox.setManaged(!descriptor.options().isEmpty());
        } catch (DatasetException unknown) {
            // A document may name a data set that a newer version has; the trouble line says so in words.
            title.setText(reference.dataset());
            summary.setText("");
            optionsBox.setVisible(false);
            optionsBox.setManaged(false);
        }
    }

    private void showLook(Optional<Look> look) {
        balanceBox.setVisible(false);
        balanceBox.setManaged(false);
        showWordsButton(look.map(now -> now.raw().stage().content() instanceof Content.Text)
                .orElse(false));
        if (look.isEmpty()) {
            preview.getChildren().clear();
            facts.setText("");
            return;
        }
        Look now = look.get();
        preview.show(now);
        facts.setText(facts(now));
        if (!now.summary().classes().isEmpty()) {
            balance.show(now.raw().stage().targets().names(), now.summary().classes());
            balanceBox.setVisible(true);
            balanceBox.setManaged(true);
        }
    }

    private String facts(Look look) {
        DatasetDescriptor descriptor = look.raw().descriptor();
        Stage raw = look.raw().stage();
        String what = Texts.format(
                "data.facts",
                texts.task(descriptor.task()),
                Numbers.count(raw.train().size()),
                Numbers.count(raw.validation().size()),
                Numbers.count(raw.test().size()),
                raw.content().text(),
                descriptor.licence(),
                descriptor.source());
        String scores = catalogue
                .baselines(descriptor.id())
                .map(known -> "\n"
                        + Texts.format(
                                "data.facts.baselines." + known.unit().name(),
                                score(known.linear(), known.unit()),
                                score(known.smallNetwork(), known.unit())))
                .orElse("");
        return look.dataset().map(dataset -> what + "\n" + network(dataset)).orElse(what) + scores;
    }

    private static String score(double score, Baselines.Unit unit) {
        return switch (unit) {
            case ACCURACY, EXACT, LABEL_ERROR -> Numbers.percent(score);
            case R2, RMSE, MAP, AUC -> Numbers.significant(score, 3);
        };
    }

    private static String network(Dataset dataset) {
        Target target = dataset.spec().target();
        String names = dataset.targetNames().stream().limit(30).collect(Collectors.joining(", "));
        String goal =
                switch (target.kind()) {
                    case CLASSES -> Texts.format("data.fact.classes", target.size(), names);
                    case VALUES -> Texts.format("data.fact.values", names);
                    case STEP_CLASSES -> Texts.format("data.fact.steps", target.size(), target.length());
                    case LABELS -> Texts.format("data.fact.labels", target.size(), target.length(), names);
                    case BOXES -> Texts.format("data.fact.boxes", target.size(), target.length(), names);
                };
        return Texts.format("data.facts.network", dataset.spec().input().text(), goal);
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

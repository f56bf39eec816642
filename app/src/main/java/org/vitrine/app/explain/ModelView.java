package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.vitrine.app.explain.ExplainPages.Page;
import org.vitrine.app.explain.effects.EffectsView;
import org.vitrine.app.explain.inside.InsideView;
import org.vitrine.app.explain.live.LiveView;
import org.vitrine.app.explain.units.UnitsView;
import org.vitrine.app.explain.write.TranslatingView;
import org.vitrine.app.explain.write.WritingView;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.examples.ExampleStrip;
import org.vitrine.charts.panel.PanelFrame;

/** A model on pages: heatmaps of why, what happens inside, what it writes. Pages are made when they are looked at. */
final class ModelView extends BorderPane {
    private final ExplainPages pages;
    private final List<ModelPage> all;
    private final Map<ModelPage, Node> made = new HashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private ModelPage chosen;

    ModelView(ExplainPages pages, Supplier<ExplainView> heatmaps, PanelFrame.Exports exports) {
        this.pages = pages;
        all = List.of(
                ModelPage.only(
                        Page.WRITING,
                        "write",
                        Texts.get("explain.write"),
                        () -> new WritingView(pages.writing(), exports)),
                ModelPage.only(
                        Page.TRANSLATING,
                        "translate",
                        Texts.get("explain.translate"),
                        () -> new TranslatingView(pages.translating(), exports)),
                ModelPage.of("why", Texts.get("explain.why"), heatmaps),
                new ModelPage(
                        "inside",
                        Texts.get("explain.inside"),
                        () -> inside(exports),
                        this::lookInside,
                        pages.inside()::close),
                new ModelPage(
                        "live",
                        Texts.get("explain.live"),
                        () -> withExamples(
                                new LiveView(pages.live(), exports),
                                pages.live().example()),
                        pages::lookLive,
                        pages.heatmaps().card()::resume),
                new ModelPage(
                        "effects",
                        Texts.get("effects.page"),
                        () -> new EffectsView(pages.effects(), exports, example -> pages.heatmaps()
                                .example()
                                .set(OptionalInt.of(example))),
                        pages.effects()::look,
                        pages.effects()::leave),
                new ModelPage(
                        "units",
                        Texts.get("explain.units"),
                        () -> new UnitsView(pages.units(), exports),
                        () -> {},
                        pages.units()::stop));
        chosen = first(pages.page().get());
        HBox choice = new HBox();
        for (ModelPage page : all) {
            choice.getChildren().add(toggle(page));
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (now.getUserData() instanceof ModelPage page && !page.equals(chosen)) {
                choose(page);
            }
        });
        choice.setStyle("-fx-padding: 8 16 0 16;");
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.visibleProperty().bind(pages.opened().map(Optional::isPresent));
        choice.managedProperty().bind(choice.visibleProperty());
        setTop(choice);
        setCenter(view(chosen));
        pages.page().subscribe(this::offer);
        pages.opened().subscribe(now -> {
            if (now.isPresent()) {
                chosen.shown().run();
            } else {
                chosen.left().run();
            }
        });
        pages.heatmaps().example().subscribe(example -> {
            if (chosen.id().equals("inside")) {
                pages.inside().choose(example);
            }
        });
    }

    /** What a model is looked at for first. */
    private ModelPage first(Page page) {
        return all.stream()
                .filter(each ->
                        each.only().equals(Optional.of(page)) || each.only().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** A model of another kind is there: pages that are not for it can not be chosen. */
    private void offer(Page page) {
        List<Toggle> offered = new ArrayList<>();
        for (Toggle toggle : group.getToggles()) {
            boolean fits = toggle.getUserData() instanceof ModelPage of && of.fits(page);
            ToggleButton button = (ToggleButton) toggle;
            button.setVisible(fits);
            button.setManaged(fits);
            button.getStyleClass().removeAll("left-pill", "center-pill", "right-pill");
            if (fits) {
                offered.add(toggle);
            }
        }
        for (int i = 0; i < offered.size(); i++) {
            String place = i == 0 ? "left-pill" : i == offered.size() - 1 ? "right-pill" : "center-pill";
            ((ToggleButton) offered.get(i)).getStyleClass().add(place);
        }
        // What all models have stays in view when one goes from model to model.
        if (page != Page.HEATMAPS || !chosen.fits(page)) {
            choose(first(page));
        }
        group.getToggles().stream()
                .filter(toggle -> chosen.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    private ToggleButton toggle(ModelPage page) {
        ToggleButton toggle = new ToggleButton(page.text());
        toggle.setId("explain-" + page.id());
        toggle.setUserData(page);
        toggle.setToggleGroup(group);
        return toggle;
    }

    private void choose(ModelPage page) {
        chosen.left().run();
        chosen = page;
        setCenter(view(page));
        if (pages.opened().get().isPresent()) {
            page.shown().run();
        }
    }

    private Node view(ModelPage page) {
        return made.computeIfAbsent(page, wanted -> wanted.view().get());
    }

    private Node inside(PanelFrame.Exports exports) {
        return withExamples(
                new InsideView(pages.inside(), exports), pages.heatmaps().example());
    }

    /** A page with the test examples above. */
    private Node withExamples(Node content, ObjectProperty<OptionalInt> chosenExample) {
        ExplainViewModel model = pages.heatmaps();
        ExampleStrip examples = new ExampleStrip(
                model.examples(), index -> Examples.item(model.subject().get().orElseThrow(), index));
        examples.selectedProperty().bindBidirectional(chosenExample);
        BorderPane page = new BorderPane(content);
        page.setTop(examples);
        return page;
    }

    private void lookInside() {
        pages.opened().get().ifPresent(opened -> pages.inside()
                .show(opened, pages.heatmaps().example().get()));
    }
}

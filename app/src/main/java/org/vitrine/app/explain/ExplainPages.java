package org.vitrine.app.explain;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.app.explain.effects.EffectsViewModel;
import org.vitrine.app.explain.inside.InsideViewModel;
import org.vitrine.app.explain.inside.Opened;
import org.vitrine.app.explain.live.LiveViewModel;
import org.vitrine.app.explain.live.Viewer;
import org.vitrine.app.explain.units.UnitsViewModel;
import org.vitrine.app.explain.write.Author;
import org.vitrine.app.explain.write.TranslatingViewModel;
import org.vitrine.app.explain.write.WritingViewModel;
import org.vitrine.app.shared.Background;

/** What the pages of the Explain stage show of a model. To be used on the FX thread. */
public final class ExplainPages {
    /** What a model is looked at for first. */
    public enum Page {
        /** See why it decides as it does. */
        HEATMAPS,
        /** Let it write on. */
        WRITING,
        /** Let it turn a text into another one. */
        TRANSLATING
    }

    private final ExplainViewModel heatmaps;
    private final WritingViewModel writing;
    private final TranslatingViewModel translating;
    private final InsideViewModel inside;
    private final LiveViewModel live;
    private final EffectsViewModel effects;
    private final UnitsViewModel units;
    private Optional<Viewer> viewer = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.HEATMAPS);

    public ExplainPages(Background background, WritingViewModel.Pulse pulse) {
        heatmaps = new ExplainViewModel(background);
        writing = new WritingViewModel(pulse);
        translating = new TranslatingViewModel(background.fx());
        inside = new InsideViewModel(background.fx());
        live = new LiveViewModel(background);
        effects = new EffectsViewModel(background);
        units = new UnitsViewModel(background.fx());
    }

    /** Shows a model. */
    void explain(Subject subject, Explainer explainer, Opened inner, Viewer looking) {
        close();
        heatmaps.show(subject, explainer);
        viewer = Optional.of(looking);
        page.set(Page.HEATMAPS);
        opened.set(Optional.of(inner));
    }

    /** The model that is shown writes on. */
    void write(String title, String prompt, Author author) {
        writing.show(title, prompt, author);
        page.set(Page.WRITING);
    }

    /** The model that is shown turns a text into another one. */
    void translate(String title, List<TranslatingViewModel.Sample> samples, Author author) {
        translating.show(title, samples, author);
        page.set(Page.TRANSLATING);
    }

    /** Lets the model go. */
    public void close() {
        opened.set(Optional.empty());
        inside.close();
        viewer = Optional.empty();
        live.close();
        effects.close();
        units.close();
        heatmaps.close();
        writing.close();
        translating.close();
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    public ExplainViewModel heatmaps() {
        return heatmaps;
    }

    /** The model laid open; empty while there is none. */
    ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    /** What counts over all data. */
    EffectsViewModel effects() {
        return effects;
    }

    InsideViewModel inside() {
        return inside;
    }

    LiveViewModel live() {
        return live;
    }

    UnitsViewModel units() {
        return units;
    }

    /** Has the Live page show the model. Judging is given up meanwhile: strokes must not wait for it. */
    void lookLive() {
        heatmaps.card().pause();
        Optional<Opened> shown = opened.get();
        if (shown.isPresent() && viewer.isPresent()) {
            live.show(
                    LiveViewModel.Model.of(
                            shown.get().dataset(),
                            shown.get().graph().document().graph()),
                    viewer.get());
        }
    }

    public WritingViewModel writing() {
        return writing;
    }

    public TranslatingViewModel translating() {
        return translating;
    }
}

package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.runs.RunsView;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.train.RunCurves;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunReader;
import org.vitrine.runs.store.RunStore;

/** Lays the curves of other runs over those of the run that is shown. */
final class CompareMenu extends MenuButton {
    private static final int MOST = 15;
    /** The colours before are those of the run that is shown. */
    private static final int FIRST_COLOR = 2;

    private final RunStore store;
    private final Background background;
    private final BiConsumer<RunEntry, RunCurves> add;
    private final Consumer<RunDirectory> remove;
    private final Map<String, RunDirectory> shown = new HashMap<>();
    private String current = "";
    private int color = FIRST_COLOR;

    CompareMenu(
            RunStore store, Background background, BiConsumer<RunEntry, RunCurves> add, Consumer<RunDirectory> remove) {
        super(Texts.get("panel.overlay"), new FontIcon("mdi2c-chart-multiline"));
        this.store = store;
        this.background = background;
        this.add = add;
        this.remove = remove;
        setId("train-compare");
        getItems().setAll(note("panel.overlay.none"));
        setOnShowing(event -> list());
    }

    private static MenuItem note(String key) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setDisable(true);
        return item;
    }

    /** Another run is shown: all others go. */
    void show(RunDirectory run) {
        current = run.id();
        shown.clear();
        color = FIRST_COLOR;
    }

    private void list() {
        background.run(store::list, this::fill, failure -> getItems().setAll(note("panel.overlay.none")));
    }

    private void fill(List<RunEntry> entries) {
        List<MenuItem> items = new ArrayList<>();
        for (RunEntry entry : entries) {
            if (entry.id().equals(current) || entry.state().iterationsDone() == 0 || items.size() == MOST) {
                continue;
            }
            String score = RunsView.test(entry);
            CheckMenuItem item = new CheckMenuItem(RunsView.name(entry) + (score.isEmpty() ? "" : " \u00b7 " + score));
            item.setMnemonicParsing(false);
            item.setSelected(shown.containsKey(entry.id()));
            item.setOnAction(event -> toggle(entry, item.isSelected()));
            items.add(item);
        }
        getItems().setAll(items.isEmpty() ? List.of(note("panel.overlay.none")) : items);
    }

    private void toggle(RunEntry entry, boolean wanted) {
        if (!wanted) {
            shown.remove(entry.id());
            remove.accept(entry.directory());
            return;
        }
        shown.put(entry.id(), entry.directory());
        RunCurves curves = RunCurves.of(RunsView.name(entry), color++);
        background.run(
                () -> events(entry.directory()),
                events -> {
                    events.forEach(curves::add);
                    if (shown.containsKey(entry.id())) {
                        add.accept(entry, curves);
                    }
                },
                failure -> shown.remove(entry.id()));
    }

    private static List<RunEvent> events(RunDirectory run) throws Exception {
        RunReader reader = RunReader.of(run);
        List<RunEvent> events = new ArrayList<>();
        for (List<TimedEvent> some = reader.poll(); !some.isEmpty(); some = reader.poll()) {
            for (TimedEvent timed : some) {
                if (timed.event() instanceof RunEvent.IterationDone
                        || timed.event() instanceof RunEvent.EpochDone
                        || timed.event() instanceof RunEvent.TrainingStarted) {
                    events.add(timed.event());
                }
            }
        }
        return events;
    }
}

package org.vitrine.app.train.panels;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.train.WatchChoice;
import org.vitrine.runs.watch.Watching;

/** How closely a run is watched: nothing, half as often, as by default, or more at a greater share of the time. */
final class RatesMenu extends MenuButton {

    private enum Level {
        OFF(0),
        SPARING(0.5),
        NORMAL(1),
        CLOSE(4);

        private final double times;

        Level(double times) {
            this.times = times;
        }

        Watching of(Watching now) {
            Watching rates = this == OFF ? Watching.OFF : Watching.DEFAULT.faster(times);
            return rates.withMethod(now.method()).withPinned(now.pinned());
        }
    }

    RatesMenu(WatchChoice choice) {
        super(Texts.get("panel.rates"), new FontIcon("mdi2e-eye-outline"));
        setId("train-rates");
        setTooltip(new Tooltip(Texts.get("panel.rates.tip")));
        ToggleGroup group = new ToggleGroup();
        for (Level level : Level.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.get("panel.rates." + level));
            item.setId("rates-" + level);
            item.setToggleGroup(group);
            item.setOnAction(event -> choice.choose(level.of(choice.watching().get())));
            choice.watching().subscribe(now -> item.setSelected(level.of(now).equals(now)));
            getItems().add(item);
        }
    }
}

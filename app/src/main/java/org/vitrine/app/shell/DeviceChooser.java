package org.vitrine.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.settings.SettingsStore;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.event.RunEvent.DeviceFound;

/** Shows every device that the probe found; one that can not be used is listed with the reason and can not be chosen. */
public final class DeviceChooser extends ComboBox<DeviceFound> {

    public DeviceChooser(ReadOnlyObjectProperty<List<DeviceFound>> found, SettingsStore settings) {
        setId("device-chooser");
        setPrefWidth(272);
        setPromptText(Texts.get("device.probing"));
        setCellFactory(list -> new DeviceCell(true));
        setButtonCell(new DeviceCell(false));
        found.subscribe(devices -> {
            getItems().setAll(devices);
            devices.stream()
                    .filter(DeviceFound::usable)
                    .filter(device -> device.device().equals(settings.get().device()))
                    .findFirst()
                    .or(() -> devices.stream().filter(DeviceFound::usable).findFirst())
                    .ifPresent(this::setValue);
            setTooltip(new Tooltip(text(devices)));
        });
        valueProperty().subscribe((before, now) -> {
            if (now != null && now.usable()) {
                settings.update(all -> all.withDevice(now.device()));
            } else if (now != null && before != null) {
                setValue(before);
            }
        });
    }

    private static String text(List<DeviceFound> devices) {
        return String.join("\n", devices.stream().map(DeviceChooser::line).toList());
    }

    private static String line(DeviceFound device) {
        return device.whyNot() == null ? device.name() : device.name() + ": " + device.whyNot();
    }

    private static final class DeviceCell extends ListCell<DeviceFound> {
        private final boolean reasons;

        DeviceCell(boolean reasons) {
            this.reasons = reasons;
            setMaxWidth(480);
            setWrapText(reasons);
        }

        @Override
        protected void updateItem(@Nullable DeviceFound device, boolean empty) {
            super.updateItem(device, empty);
            setText(empty || device == null ? null : reasons ? line(device) : device.name());
            setDisable(device != null && !device.usable());
        }
    }
}

package org.vitrine.app.design.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.editor.picture.Paper;

/** Asks for the format, the paper and, for pixels, the scale. */
public final class PictureDialog {
    private final Dialog<PictureWish> dialog = new Dialog<>();

    public PictureDialog(Window owner, PictureWish last) {
        ComboBox<PictureFormat> format =
                box(List.of(PictureFormat.values()), last.format(), value -> Texts.get("picture.format." + value));
        ComboBox<Paper> paper =
                box(List.of(Paper.values()), last.paper(), value -> Texts.get("picture.paper." + value));
        ComboBox<Integer> scale = box(List.of(1, 2, 3, 4), last.scale(), value -> value + " \u00d7");
        scale.disableProperty().bind(Bindings.notEqual(PictureFormat.PNG, format.valueProperty()));
        format.setId("picture-format");
        paper.setId("picture-paper");
        scale.setId("picture-scale");
        GridPane form = new GridPane();
        form.setHgap(12);
        form.setVgap(8);
        form.addRow(0, label("picture.format", format), format);
        form.addRow(1, label("picture.paper", paper), paper);
        form.addRow(2, label("picture.scale", scale), scale);
        ButtonType go = new ButtonType(Texts.get("picture.save"), ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("picture.title"));
        dialog.setHeaderText(null);
        dialog.getDialogPane().setContent(form);
        dialog.getDialogPane().getButtonTypes().addAll(go, ButtonType.CANCEL);
        dialog.setResultConverter(
                button -> button == go ? new PictureWish(format.getValue(), paper.getValue(), scale.getValue()) : null);
    }

    /** Waits for the answer; empty if the dialog was left. */
    public Optional<PictureWish> ask() {
        return dialog.showAndWait();
    }

    private static Label label(String key, ComboBox<?> box) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(box);
        return label;
    }

    private static <T> ComboBox<T> box(List<T> values, T chosen, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Shown<>(text));
        return box;
    }
}

package org.vitrine.app.explain;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.options.OptionFields;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.methods.AttributionMethods;

/** What the chosen method may be told, and a button that computes it anew. */
final class OptionsForm extends VBox {
    private final BiConsumer<String, Map<String, String>> compute;
    private final OptionFields fields = new OptionFields(new MethodWords(), "option-", this::run);
    private final Button again = new Button(Texts.get("explain.compute"));
    private String shown = "";
    private List<String> layers = List.of();

    /** @param compute called with a method and the options that are not what they usually are */
    OptionsForm(BiConsumer<String, Map<String, String>> compute) {
        super(8);
        this.compute = compute;
        setId("method-options");
        Label heading = new Label(Texts.get("explain.options"));
        heading.getStyleClass().add("section-heading");
        again.setId("method-compute");
        again.setOnAction(event -> run());
        again.disableProperty().bind(fields.wrongProperty());
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(heading, fields, again);
        setVisible(false);
        setManaged(false);
    }

    private static final class MethodWords implements OptionFields.Words {
        @Override
        public String option(MethodOption option) {
            return MethodTexts.option(option);
        }

        @Override
        public String help(MethodOption option) {
            return MethodTexts.help(option);
        }

        @Override
        public String choice(MethodOption.Choice option, String choice) {
            return MethodTexts.choice(option, choice);
        }

        @Override
        public String lastLayer() {
            return MethodTexts.lastLayer();
        }
    }

    /**
     * Shows the options of a method.
     *
     * @param id empty for none
     * @param given what was chosen before
     * @param newLayers the model's convolutions
     */
    void show(String id, Map<String, String> given, List<String> newLayers) {
        if (id.equals(shown) && newLayers.equals(layers)) {
            return;
        }
        shown = id;
        layers = newLayers;
        List<MethodOption> options =
                AttributionMethods.byId(id).map(AttributionMethod::options).orElse(List.of());
        fields.show(options, given, newLayers);
        setVisible(!options.isEmpty());
        setManaged(!options.isEmpty());
    }

    private void run() {
        if (!again.isDisabled()) {
            compute.accept(shown, fields.values());
        }
    }
}

package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Texts;

/** Which test examples are shown: all or wrong ones, of one true class, taken for one class. */
final class FilterBar extends HBox {
    private final ExplainViewModel model;
    private final CheckBox wrong = new CheckBox(Texts.get("explain.wrongOnly"));
    private final ComboBox<OptionalInt> actual = new ComboBox<>();
    private final ComboBox<OptionalInt> predicted = new ComboBox<>();
    private List<String> names = List.of();

    FilterBar(ExplainViewModel model) {
        this.model = model;
        setSpacing(12);
        setAlignment(Pos.CENTER_LEFT);
        wrong.setId("filter-wrong");
        prepare(actual, "filter-actual");
        prepare(predicted, "filter-predicted");
        Label count = new Label();
        count.setId("example-count");
        count.getStyleClass().add("text-muted");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.format("explain.count", model.examples().size()), model.examples()));
        getChildren()
                .addAll(
                        wrong,
                        new Label(Texts.get("explain.actual")),
                        actual,
                        new Label(Texts.get("explain.predicted")),
                        predicted,
                        count);
        // The title gives way first, not the words of the filter.
        getChildren().forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
        model.subject().subscribe(this::showClasses);
        model.filter().subscribe(this::showFilter);
        wrong.setOnAction(event -> model.filter().set(model.filter().get().withWrongOnly(wrong.isSelected())));
        actual.setOnAction(event -> choose(actual, (filter, index) -> filter.withActual(index)));
        predicted.setOnAction(event -> choose(predicted, (filter, index) -> filter.withPredicted(index)));
    }

    private void choose(ComboBox<OptionalInt> box, BiFunction<ExampleFilter, OptionalInt, ExampleFilter> change) {
        OptionalInt index = box.getValue();
        // A box whose items are being replaced has no value for a moment: that is nobody's choice.
        if (index != null) {
            model.filter().set(change.apply(model.filter().get(), index));
        }
    }

    private void prepare(ComboBox<OptionalInt> box, String id) {
        box.setId(id);
        box.setPrefWidth(130);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OptionalInt index) {
                return index == null || index.isEmpty() || index.getAsInt() >= names.size()
                        ? Texts.get("explain.anyClass")
                        : names.get(index.getAsInt());
            }

            @Override
            public OptionalInt fromString(String text) {
                int index = names.indexOf(text);
                return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
            }
        });
    }

    private void showClasses(Optional<Subject> subject) {
        boolean classes = subject.map(shown -> shown.evaluation().classes()).orElse(false);
        names = subject.map(shown -> shown.evaluation().targetNames()).orElse(List.of());
        List<OptionalInt> choices = new ArrayList<>();
        choices.add(OptionalInt.empty());
        for (int i = 0; i < names.size(); i++) {
            choices.add(OptionalInt.of(i));
        }
        actual.getItems().setAll(choices);
        predicted.getItems().setAll(choices);
        wrong.setDisable(!classes);
        actual.setDisable(!classes);
        predicted.setDisable(!classes);
        showFilter(model.filter().get());
    }

    private void showFilter(ExampleFilter filter) {
        wrong.setSelected(filter.wrongOnly());
        actual.setValue(filter.actual());
        predicted.setValue(filter.predicted());
    }
}

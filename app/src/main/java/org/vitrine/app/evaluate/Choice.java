package org.vitrine.app.evaluate;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is looked at in all panels of one evaluation: a class, an example, some examples, thresholds. */
public final class Choice {

    /**
     * Some examples.
     *
     * @param title what they have in common
     */
    public record Some(String title, List<Integer> examples) {
        public Some {
            examples = List.copyOf(examples);
        }
    }

    private final ObjectProperty<OptionalInt> type = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> example = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Some> some = new SimpleObjectProperty<>(new Some("", List.of()));
    private final DoubleProperty threshold = new SimpleDoubleProperty(0.5);
    private final DoubleProperty overlap = new SimpleDoubleProperty(0.5);
    private final IntegerProperty value = new SimpleIntegerProperty();

    /** The class that is looked at. */
    public ObjectProperty<OptionalInt> type() {
        return type;
    }

    /** The test example that is looked at. */
    public ObjectProperty<OptionalInt> example() {
        return example;
    }

    /** The examples that are looked at. */
    public ObjectProperty<Some> some() {
        return some;
    }

    /** Examples with at least this probability are taken for the class. */
    public DoubleProperty threshold() {
        return threshold;
    }

    /** Found boxes that overlap a true one by at least this share are right. */
    public DoubleProperty overlap() {
        return overlap;
    }

    /** The target value that is looked at, of those that have several. */
    public IntegerProperty value() {
        return value;
    }

    /** Looks at a class; at all of them if it is looked at already. */
    public void toggleType(int index) {
        type.set(type.get().equals(OptionalInt.of(index)) ? OptionalInt.empty() : OptionalInt.of(index));
    }

    /** Looks at an example, if it is one. */
    public void look(int index) {
        if (index >= 0) {
            example.set(OptionalInt.of(index));
        }
    }
}

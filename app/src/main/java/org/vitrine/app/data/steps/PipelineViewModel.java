package org.vitrine.app.data.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.app.data.preview.ShownExamples;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.steps.Step;
import org.vitrine.datasets.steps.Steps;
import org.vitrine.graph.model.StepReference;

/** The steps of the data set that is looked at, and one example before and after the chosen one. */
public final class PipelineViewModel {
    private final ReadOnlyObjectProperty<Optional<Look>> look;
    private final BiConsumer<List<StepReference>, Boolean> edit;
    private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
    private final ObservableList<StepRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final IntegerProperty example = new SimpleIntegerProperty(this, "example", 0);
    private final IntegerProperty pass = new SimpleIntegerProperty(this, "pass", 1);

    /**
     * A step of the list.
     *
     * @param reached whether all steps before it could be taken
     * @param works whether it could be taken itself
     */
    public record StepRow(int place, StepReference reference, boolean reached, boolean works) {}

    /**
     * A step that could be added.
     *
     * @param whyNot why it does not fit at the end; empty if it does
     */
    public record Offer(Step step, String whyNot) {}

    /**
     * One example around a step.
     *
     * @param content what the examples are after it, in words
     */
    public record BeforeAfter(Shown before, Shown after, String content) {}

    /**
     * The steps of what is looked at.
     *
     * @param edit takes all steps after a change, and whether the gesture is over
     */
    public PipelineViewModel(
            ReadOnlyObjectProperty<Optional<Look>> look, BiConsumer<List<StepReference>, Boolean> edit) {
        this.look = look;
        this.edit = edit;
        look.subscribe(now -> now.ifPresentOrElse(this::follow, rows::clear));
    }

    private void follow(Look now) {
        int taken = now.stages().size() - 1;
        List<StepRow> next = IntStream.range(0, now.steps().size())
                .mapToObj(place -> new StepRow(place, now.steps().get(place), place <= taken, place < taken))
                .toList();
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        if (chosen.get() >= rows.size()) {
            chosen.set(rows.size() - 1);
        } else if (chosen.get() < 0 && !rows.isEmpty()) {
            chosen.set(0);
        }
    }

    public ObservableList<StepRow> rows() {
        return readOnlyRows;
    }

    /** Place of the chosen step; -1 for none. */
    public IntegerProperty chosen() {
        return chosen;
    }

    /** Number of the example that is shown, in the training part as it is. */
    public IntegerProperty example() {
        return example;
    }

    /** Another number draws other random changes. */
    public IntegerProperty pass() {
        return pass;
    }

    public ReadOnlyObjectProperty<Optional<Look>> look() {
        return look;
    }

    /** All steps, with the reason where one can not come last. */
    public List<Offer> offers() {
        Optional<Look> now = look.get();
        if (now.isEmpty()) {
            return List.of();
        }
        Stage last = now.get().stages().get(now.get().stages().size() - 1);
        return Steps.all().stream()
                .map(step -> new Offer(
                        step, step.misfit(last.content(), last.targets()).orElse("")))
                .toList();
    }

    /** Adds a step at the end, or behind those that fit. */
    public void add(String id) {
        List<StepReference> steps = references();
        int place = look.get().map(now -> now.stages().size() - 1).orElse(steps.size());
        steps.add(Math.min(place, steps.size()), StepReference.of(id));
        edit.accept(steps, true);
        chosen.set(Math.min(place, steps.size() - 1));
    }

    public void remove(int place) {
        List<StepReference> steps = references();
        if (place >= 0 && place < steps.size()) {
            steps.remove(place);
            edit.accept(steps, true);
        }
    }

    /** Moves a step; does nothing beyond the ends. */
    public void move(int from, int to) {
        List<StepReference> steps = references();
        if (from < 0 || from >= steps.size() || to < 0 || to >= steps.size() || from == to) {
            return;
        }
        steps.add(to, steps.remove(from));
        chosen.set(to);
        edit.accept(steps, true);
    }

    /** Changes the options of a step. */
    public void setOptions(int place, Map<String, String> options, boolean done) {
        List<StepReference> steps = references();
        if (place < steps.size()) {
            steps.set(place, new StepReference(steps.get(place).step(), options));
            edit.accept(steps, done);
        }
    }

    private List<StepReference> references() {
        return look.get().map(now -> new ArrayList<>(now.steps())).orElseGet(ArrayList::new);
    }

    /**
     * The chosen example before and after a step; off the FX thread, since it may read files. Empty where there is no such
     * example, as behind a step that makes fewer of them.
     */
    public static Optional<BeforeAfter> around(Look look, int place, int example, int pass) throws DatasetException {
        if (place < 0 || place + 1 >= look.stages().size()) {
            return Optional.empty();
        }
        Stage before = look.stages().get(place);
        Stage after = look.stages().get(place + 1);
        if (before.train().size() == 0 || after.train().size() == 0) {
            return Optional.empty();
        }
        return Optional.of(new BeforeAfter(
                shown(before, example, pass),
                shown(after, example, pass),
                after.content().text()));
    }

    private static Shown shown(Stage stage, int example, int pass) {
        int index = Math.min(example, stage.train().size() - 1);
        return ShownExamples.of(
                stage.content(), stage.targets(), stage.train().example(index, Draw.forExample(pass, index)));
    }

    /** The content before a step; empty if it is not reached. */
    public static Optional<Content> contentBefore(Look look, int place) {
        return place >= 0 && place < look.stages().size()
                ? Optional.of(look.stages().get(place).content())
                : Optional.empty();
    }
}

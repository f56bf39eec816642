package org.vitrine.app.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.datasets.words.WordVectors.Near;

/** A word with what is near it, and an analogy. */
public final class WordsViewModel {
    private static final int ROWS = 15;
    private static final int ON_MAP = 30;
    private static final int ANSWERS = 5;
    private static final int COMPLETIONS = 8;
    /** Shorter words are mostly of the kind that stands beside everything. */
    private static final int TELLING = 5;

    private final ReadOnlyObjectWrapper<Optional<WordVectors>> vectors = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper analogyTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PlaneMap> map = new ReadOnlyObjectWrapper<>(PlaneMap.EMPTY);
    private final ObservableList<Near> nearest = FXCollections.observableArrayList();
    private final ObservableList<Near> answers = FXCollections.observableArrayList();
    // Kept, since the lists know these views of them only weakly.
    private final ObservableList<Near> nearestView = FXCollections.unmodifiableObservableList(nearest);
    private final ObservableList<Near> answersView = FXCollections.unmodifiableObservableList(answers);

    /** Shows vectors, at first the most frequent word that tells something; empty shows none. */
    public void show(Optional<WordVectors> shown) {
        answers.clear();
        analogyTrouble.set("");
        trouble.set("");
        nearest.clear();
        word.set("");
        map.set(PlaneMap.EMPTY);
        vectors.set(shown);
        shown.flatMap(known -> known.words().stream()
                        .filter(candidate -> candidate.length() >= TELLING)
                        .findFirst()
                        .or(() -> known.words().stream().findFirst()))
                .ifPresent(this::search);
    }

    /** Turns to a word. One without a vector changes nothing but the {@link #trouble}. */
    public void search(String text) {
        String wanted = normal(text);
        vectors.get().ifPresent(known -> {
            trouble.set(why(known, wanted));
            if (known.contains(wanted) && !wanted.equals(word.get())) {
                List<Near> near = known.nearest(wanted, ON_MAP);
                List<String> placed = new ArrayList<>(List.of(wanted));
                near.forEach(each -> placed.add(each.word()));
                word.set(wanted);
                nearest.setAll(near.subList(0, Math.min(ROWS, near.size())));
                map.set(PlaneMap.of(known, placed));
            }
        });
    }

    /** Asks what is to {@code c} as {@code b} is to {@code a}; waits while one of them is empty. */
    public void ask(String a, String b, String c) {
        List<String> words = List.of(normal(a), normal(b), normal(c));
        answers.clear();
        analogyTrouble.set("");
        if (vectors.get().isEmpty() || words.contains("")) {
            return;
        }
        WordVectors known = vectors.get().get();
        Optional<String> missing =
                words.stream().filter(each -> !known.contains(each)).findFirst();
        if (missing.isPresent()) {
            analogyTrouble.set(why(known, missing.get()));
        } else {
            answers.setAll(known.analogy(words.get(0), words.get(1), words.get(2), ANSWERS));
        }
    }

    /** Words that begin so, the most frequent first. */
    public List<String> completions(String beginning) {
        String wanted = normal(beginning);
        return wanted.isEmpty()
                ? List.of()
                : vectors.get().stream()
                        .flatMap(known -> known.words().stream())
                        .filter(candidate -> candidate.startsWith(wanted))
                        .limit(COMPLETIONS)
                        .toList();
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String why(WordVectors known, String wanted) {
        return wanted.isEmpty() || known.contains(wanted)
                ? ""
                : Texts.format(
                        "words.unknown", wanted, Numbers.count(known.words().size()));
    }

    /** What is explored; empty until the vectors are trained. */
    public ReadOnlyObjectProperty<Optional<WordVectors>> vectors() {
        return vectors.getReadOnlyProperty();
    }

    /** The word that is looked at; empty if there are no vectors. */
    public ReadOnlyStringProperty word() {
        return word.getReadOnlyProperty();
    }

    /** The words nearest to it, the nearest first. */
    public ObservableList<Near> nearest() {
        return nearestView;
    }

    /** The word, first, and its neighbours on a plane. */
    ReadOnlyObjectProperty<PlaneMap> map() {
        return map.getReadOnlyProperty();
    }

    /** Why a word was not found; empty if it was. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** What completes the analogy, the best first. */
    public ObservableList<Near> answers() {
        return answersView;
    }

    public ReadOnlyStringProperty analogyTrouble() {
        return analogyTrouble.getReadOnlyProperty();
    }
}

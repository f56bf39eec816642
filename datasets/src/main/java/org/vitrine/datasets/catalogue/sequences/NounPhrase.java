package org.vitrine.datasets.catalogue.sequences;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.catalogue.sequences.Lexicon.Adjective;
import org.vitrine.datasets.catalogue.sequences.Lexicon.Kind;
import org.vitrine.datasets.catalogue.sequences.Lexicon.Noun;
import org.vitrine.datasets.random.Draw;

/** A noun with determiner, number and adjectives, such as "the small red cars", to be said in either language. */
record NounPhrase(
        Determiner determiner,
        boolean plural,
        Noun noun,
        @Nullable Adjective before,
        @Nullable Adjective after) {
    private static final List<Adjective> BEFORE =
            Lexicon.ADJECTIVES.stream().filter(Adjective::precedes).toList();
    private static final List<Adjective> AFTER = Lexicon.ADJECTIVES.stream()
            .filter(adjective -> !adjective.precedes())
            .toList();

    /** What stands first. */
    enum Determiner {
        THE,
        A,
        THIS,
        MY
    }

    /** @param kinds of what may be named */
    static NounPhrase of(Set<Kind> kinds, Draw draw) {
        List<Noun> nouns = Lexicon.NOUNS.stream()
                .filter(noun -> kinds.contains(noun.kind()))
                .toList();
        Determiner determiner = Determiner.values()[draw.below(Determiner.values().length)];
        boolean plural = draw.below(3) == 0;
        Noun noun = nouns.get(draw.below(nouns.size()));
        double chance = draw.uniform();
        Adjective before = chance < 0.35 ? BEFORE.get(draw.below(BEFORE.size())) : null;
        List<Adjective> fitting = AFTER.stream()
                .filter(adjective -> !adjective.color() || noun.kind() != Kind.PERSON)
                .toList();
        Adjective after = chance > 0.25 && chance < 0.6 ? fitting.get(draw.below(fitting.size())) : null;
        return new NounPhrase(determiner, plural, noun, before, after);
    }

    List<String> english() {
        List<String> words = new ArrayList<>();
        if (before != null) {
            words.add(before.english());
        }
        if (after != null) {
            words.add(after.english());
        }
        words.add(plural ? noun.many() : noun.one());
        boolean vowel = "aeiou".indexOf(words.get(0).charAt(0)) >= 0;
        words.add(
                0,
                switch (determiner) {
                    case THE -> "the";
                    case A -> plural ? "some" : vowel ? "an" : "a";
                    case THIS -> plural ? "these" : "this";
                    case MY -> "my";
                });
        return words;
    }

    /** @param denied whether it is the object of a verb with "ne ... pas", which makes "un" into "de" */
    List<String> french(boolean denied) {
        List<String> words = new ArrayList<>();
        String name = plural ? noun.plusieurs() : noun.un();
        if (before != null) {
            words.add(before.french(noun.feminine(), plural, Lexicon.startsWithVowel(name)));
        }
        words.add(name);
        if (after != null) {
            words.add(after.french(noun.feminine(), plural, false));
        }
        words.add(0, determiner(Lexicon.startsWithVowel(words.get(0)), denied));
        return words;
    }

    private String determiner(boolean vowel, boolean denied) {
        return switch (determiner) {
            case THE -> plural ? "les" : vowel ? "l'" : noun.feminine() ? "la" : "le";
            case A -> indefinite(vowel, denied);
            case THIS -> plural ? "ces" : noun.feminine() ? "cette" : vowel ? "cet" : "ce";
            case MY -> plural ? "mes" : noun.feminine() && !vowel ? "ma" : "mon";
        };
    }

    private String indefinite(boolean vowel, boolean denied) {
        if (denied || (plural && before != null)) {
            return vowel ? "d'" : "de";
        }
        return plural ? "des" : noun.feminine() ? "une" : "un";
    }
}

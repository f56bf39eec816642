package org.vitrine.datasets.catalogue.sequences;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.catalogue.sequences.Lexicon.Kind;
import org.vitrine.datasets.catalogue.sequences.Lexicon.Verb;
import org.vitrine.datasets.random.Draw;

/**
 * Says simple sentences in English and French: agreement in gender and number, elision, adjectives before and after the noun,
 * negation and questions.
 */
final class FrenchGrammar {
    /** The most words of an English sentence. */
    static final int LONGEST_ENGLISH = 13;
    /** The most words of a French sentence. */
    static final int LONGEST_FRENCH = 14;

    private static final List<String> PRONOUNS = List.of("i", "he", "she", "we", "they");
    private static final List<String> FRENCH_PRONOUNS = List.of("je", "il", "elle", "nous", "ils");
    private static final List<String> FUNCTION_WORDS = List.of(
            "the", "a", "an", "some", "this", "these", "my", "do", "does", "not", ".", "?", "le", "la", "l'", "les",
            "un", "une", "des", "de", "d'", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "j'", "ne", "n'", "pas",
            "est-ce", "que", "qu'");

    private FrenchGrammar() {}

    /** One sentence in both languages, word by word. */
    static SequencePair sentence(Draw draw) {
        int pronoun = draw.below(10) < 3 ? draw.below(PRONOUNS.size()) : -1;
        NounPhrase subject = pronoun >= 0 ? null : NounPhrase.of(EnumSet.of(Kind.PERSON, Kind.ANIMAL), draw);
        Verb verb = Lexicon.VERBS.get(draw.below(Lexicon.VERBS.size()));
        boolean denied = draw.below(3) == 0;
        boolean question = draw.below(4) == 0;
        NounPhrase object = NounPhrase.of(
                verb.plain().equals(Lexicon.BUY) ? EnumSet.of(Kind.ANIMAL, Kind.THING) : EnumSet.allOf(Kind.class),
                draw);
        return new SequencePair(
                english(subject, pronoun, verb, denied, question, object),
                french(subject, pronoun, verb, denied, question, object));
    }

    private static List<String> english(
            @Nullable NounPhrase subject, int pronoun, Verb verb, boolean denied, boolean question, NounPhrase object) {
        boolean third = subject == null ? pronoun == 1 || pronoun == 2 : !subject.plural();
        List<String> words = new ArrayList<>();
        if (question) {
            words.add(third ? "does" : "do");
        }
        words.addAll(subject == null ? List.of(PRONOUNS.get(pronoun)) : subject.english());
        if (denied && !question) {
            words.add(third ? "does" : "do");
        }
        if (denied) {
            words.add("not");
        }
        words.addAll(List.of((third && !denied && !question ? verb.third() : verb.plain()).split(" ")));
        words.addAll(object.english());
        words.add(question ? "?" : ".");
        return words;
    }

    private static List<String> french(
            @Nullable NounPhrase subject, int pronoun, Verb verb, boolean denied, boolean question, NounPhrase object) {
        List<String> words = new ArrayList<>();
        List<String> who = subject == null ? List.of(FRENCH_PRONOUNS.get(pronoun)) : subject.french(false);
        if (question) {
            words.add("est-ce");
            words.add(Lexicon.startsWithVowel(who.get(0)) ? "qu'" : "que");
        }
        words.addAll(who);
        String form = verb.french().get(person(subject, pronoun));
        boolean vowel = Lexicon.startsWithVowel(form);
        if (denied) {
            words.add(vowel ? "n'" : "ne");
        } else if (pronoun == 0 && vowel) {
            words.set(words.size() - 1, "j'");
        }
        words.add(form);
        if (denied) {
            words.add("pas");
        }
        words.addAll(object.french(denied));
        words.add(question ? "?" : ".");
        return words;
    }

    /** Which of the verb's forms: with je, il, nous, ils. */
    private static int person(@Nullable NounPhrase subject, int pronoun) {
        if (subject != null) {
            return subject.plural() ? 3 : 1;
        }
        return pronoun < 2 ? pronoun : pronoun - 1;
    }

    /** All words that sentences are made of, in the same order whatever is drawn. */
    static List<String> words() {
        Set<String> words = new TreeSet<>(FUNCTION_WORDS);
        words.addAll(PRONOUNS);
        words.addAll(FRENCH_PRONOUNS);
        Lexicon.NOUNS.forEach(noun -> words.addAll(List.of(noun.one(), noun.many(), noun.un(), noun.plusieurs())));
        Lexicon.ADJECTIVES.forEach(adjective -> {
            words.add(adjective.english());
            words.addAll(adjective.french());
            words.add(adjective.beforeVowel());
        });
        Lexicon.VERBS.forEach(verb -> {
            words.addAll(List.of((verb.plain() + " " + verb.third()).split(" ")));
            words.addAll(verb.french());
        });
        return List.copyOf(words);
    }
}

package org.vitrine.datasets.catalogue.sequences;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.random.Draw;

/**
 * English sentences whose words are told their class. Many words stand in more than one list, as in English: <i>the old can
 * will water the plant</i>. Which it is, is told by the words before it or by those behind it.
 */
final class TaggedGrammar {
    /** Classes of words, in the order of their numbers. */
    enum WordClass {
        DETERMINER,
        ADJECTIVE,
        NOUN,
        PRONOUN,
        AUXILIARY,
        VERB,
        ADVERB,
        PREPOSITION
    }

    private static final double ADJECTIVE_SHARE = 0.4;
    private static final double PRONOUN_SHARE = 0.2;
    private static final double AUXILIARY_SHARE = 0.5;
    private static final double ADVERB_SHARE = 0.4;
    private static final double PREPOSITION_SHARE = 0.35;

    /** A word and its class. */
    record Word(String text, WordClass wordClass) {}

    private TaggedGrammar() {}

    static List<String> words(WordClass wordClass) {
        return switch (wordClass) {
            case DETERMINER -> List.of("the", "a", "this", "that", "my", "her", "every");
            case ADJECTIVE ->
                List.of("light", "fast", "early", "hard", "old", "green", "quiet", "kind", "cold", "square");
            case NOUN ->
                List.of(
                        "light", "watch", "book", "park", "plant", "water", "show", "paint", "can", "will", "cold",
                        "square", "kind", "garden", "teacher", "river", "window", "child", "ship", "answer");
            case PRONOUN -> List.of("they", "we", "you", "i", "that", "this");
            case AUXILIARY -> List.of("can", "will", "must", "should");
            case VERB ->
                List.of(
                        "light", "watch", "book", "park", "plant", "water", "show", "paint", "ship", "answer", "see",
                        "like", "carry", "find");
            case ADVERB -> List.of("fast", "early", "hard", "often", "again", "quietly");
            case PREPOSITION -> List.of("near", "behind", "with", "like", "without", "before");
        };
    }

    /** A sentence of at most 15 words. */
    static List<Word> sentence(Draw draw) {
        List<Word> sentence = new ArrayList<>();
        if (draw.uniform() < PRONOUN_SHARE) {
            add(WordClass.PRONOUN, sentence, draw);
        } else {
            nounPhrase(sentence, draw);
        }
        if (draw.uniform() < AUXILIARY_SHARE) {
            add(WordClass.AUXILIARY, sentence, draw);
        }
        add(WordClass.VERB, sentence, draw);
        nounPhrase(sentence, draw);
        if (draw.uniform() < ADVERB_SHARE) {
            add(WordClass.ADVERB, sentence, draw);
        }
        return sentence;
    }

    private static void nounPhrase(List<Word> sentence, Draw draw) {
        add(WordClass.DETERMINER, sentence, draw);
        if (draw.uniform() < ADJECTIVE_SHARE) {
            add(WordClass.ADJECTIVE, sentence, draw);
        }
        add(WordClass.NOUN, sentence, draw);
        if (draw.uniform() < PREPOSITION_SHARE) {
            add(WordClass.PREPOSITION, sentence, draw);
            add(WordClass.DETERMINER, sentence, draw);
            add(WordClass.NOUN, sentence, draw);
        }
    }

    private static void add(WordClass wordClass, List<Word> sentence, Draw draw) {
        List<String> words = words(wordClass);
        sentence.add(new Word(words.get(draw.below(words.size())), wordClass));
    }
}

package org.vitrine.datasets.catalogue.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.random.Draw;

class LanguagesTest {

    /** Agreement, elision, "bel", "de" before an adjective and after "pas": each rule as a grammar book has it. */
    @ParameterizedTest
    @CsvSource({
        "this friend does not forget my horse ., cet ami n' oublie pas mon cheval .",
        "my new friend does not love these friends ., mon nouvel ami n' aime pas ces amis .",
        "some horses buy my cat ., des chevaux achètent mon chat .",
        "a big brother watches some new islands ., un grand frère regarde de nouvelles îles .",
        "my beautiful quiet cats do not love an island ., mes beaux chats calmes n' aiment pas d' île .",
        "does a queen find these old books ?, est-ce qu' une reine trouve ces vieux livres ?",
        "we buy my old island ., nous achetons ma vieille île .",
        "the cat loves the island ., le chat aime l' île .",
    })
    void sentencesSayTheSameInBothLanguages(String english, String french) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            SequencePair pair = FrenchGrammar.sentence(Draw.forExample(1, i));
            said.put(String.join(" ", pair.source()), String.join(" ", pair.target()));
        }
        assertThat(said).containsEntry(english, french);
    }

    @Test
    void sentencesStayWithinTheirLengthAndWords() {
        Set<String> words = new HashSet<>();
        int english = 0;
        int french = 0;
        for (int i = 0; i < 20_000; i++) {
            SequencePair pair = FrenchGrammar.sentence(Draw.forExample(2, i));
            words.addAll(pair.source());
            words.addAll(pair.target());
            english = Math.max(english, pair.source().size());
            french = Math.max(french, pair.target().size());
        }
        assertThat(words).containsExactlyInAnyOrderElementsOf(FrenchGrammar.words());
        assertThat(english).isEqualTo(FrenchGrammar.LONGEST_ENGLISH);
        assertThat(french).isEqualTo(FrenchGrammar.LONGEST_FRENCH);
    }

    @Test
    void datesAreWrittenInNineWays() {
        LocalDate date = LocalDate.of(2024, 3, 5);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8).stream().map(way -> DateWriter.english(date, way)))
                .containsExactly(
                        "5 march 2024",
                        "tuesday, 5 march 2024",
                        "march 5, 2024",
                        "5 mar 2024",
                        "mar 5, '24",
                        "the 5th of march 2024",
                        "5.3.2024",
                        "03/05/24",
                        "20240305");
        assertThat(List.of(1, 2, 3, 11, 12, 13, 21, 22, 30, 31).stream()
                        .map(day -> DateWriter.english(LocalDate.of(1999, 12, day), 5)
                                .split(" ")[1]))
                .containsExactly("1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "22nd", "30th", "31st");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void datesStayWithinTheirLengthAndCharacters(boolean manyLanguages) {
        DateWriter writer = new DateWriter(manyLanguages);
        Set<String> characters = new HashSet<>();
        int longest = 0;
        for (int i = 0; i < 40_000; i++) {
            SequencePair pair = writer.date(Draw.forExample(3, i));
            characters.addAll(pair.source());
            characters.addAll(pair.target());
            longest = Math.max(longest, pair.source().size());
            assertThat(String.join("", pair.target())).matches("(19[5-9]|20[0-4])\\d-[01]\\d-[0-3]\\d");
        }
        assertThat(characters).containsExactlyInAnyOrderElementsOf(writer.characters());
        assertThat(longest).isEqualTo(writer.longest());
    }

    @Test
    void brokenRowsHaveTheBracketsOfMatchedOnes() {
        for (int i = 0; i < 500; i++) {
            List<String> row = Brackets.row(false, 24, Draw.forExample(4, i));
            assertThat(Brackets.isMatched(row)).isFalse();
            for (int kind = 0; kind < Brackets.OPEN.size(); kind++) {
                assertThat(java.util.Collections.frequency(row, Brackets.OPEN.get(kind)))
                        .isEqualTo(java.util.Collections.frequency(row, Brackets.CLOSE.get(kind)));
            }
            assertThat(Brackets.isMatched(Brackets.row(true, 24, Draw.forExample(4, i))))
                    .isTrue();
        }
        assertThat(Brackets.isMatched(List.of("(", "[", ")", "]"))).isFalse();
    }

    @Test
    void pairsAreLaidOutAsSourceThenTargetMovedByOneStep() {
        SequencePairs pairs = SequencePairs.of(List.of("a", "b", "c"), 4, 3);
        Example example = pairs.example(SequencePair.characters("abc", "ca"));
        Vocabulary vocabulary = pairs.vocabulary();
        int start = vocabulary.id(Vocabulary.START);
        int end = vocabulary.id(Vocabulary.END);
        int a = vocabulary.id("a");
        int b = vocabulary.id("b");
        int c = vocabulary.id("c");
        assertThat(example.numbers().tensor().values()).containsExactly(a, b, c, 0, start, c, a, 0);
        assertThat(Objects.requireNonNull(example.numbers().mask()).values()).containsExactly(1, 1, 1, 0, 1, 1, 1, 0);
        assertThat(example.target().values()).containsExactly(c, a, end, -1);
        assertThat(example.numbers().words()).containsExactly("a", "b", "c", Vocabulary.START, "c", "a");
    }
}

package org.vitrine.datasets.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.check.LeakageCheck;

class LabelledTextSourceTest {

    static Stream<LabelledTextSource> sources() {
        return Stream.of(
                LabelledTextSource.wordnetTopics(), LabelledTextSource.surnames(), LabelledTextSource.emojiNames());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noTextStandsThereTwice(LabelledTextSource source) throws DatasetException {
        RawDataset raw = source.read(Map.of());
        Set<String> seen = new HashSet<>();
        for (Part part : Part.values()) {
            Examples examples = raw.stage().part(part);
            for (int i = 0; i < examples.size(); i++) {
                assertThat(seen.add(text(examples, i).toLowerCase(Locale.ROOT))).isTrue();
            }
        }
        assertThat(LeakageCheck.of(raw.stage()).overlaps())
                .allSatisfy(overlap -> assertThat(overlap.exact()).isZero());
    }

    @Test
    void nearlyAllTextsOfTheFilesAreThere() throws DatasetException {
        assertThat(count(LabelledTextSource.wordnetTopics())).isBetween(14_500, 14_725);
        assertThat(count(LabelledTextSource.surnames())).isEqualTo(5429);
        assertThat(count(LabelledTextSource.emojiNames())).isBetween(8_900, 9_830);
    }

    @Test
    void textsAreAsWritten() throws DatasetException {
        RawDataset names = LabelledTextSource.surnames().read(Map.of());
        assertThat(names.stage().targets().names())
                .containsExactly(
                        "Croatian",
                        "Czech",
                        "Dutch",
                        "English",
                        "German",
                        "Italian",
                        "Polish",
                        "Spanish",
                        "Swedish",
                        "Turkish");
        List<String> written = all(names.stage().train());
        assertThat(written.stream().filter(name -> name.contains("ů"))).isNotEmpty();
        assertThat(written.stream().filter(name -> Character.isUpperCase(name.charAt(0))))
                .hasSizeGreaterThan(3500);
        RawDataset phrases = LabelledTextSource.emojiNames().read(Map.of());
        assertThat(phrases.stage().targets().names())
                .containsExactly("English", "French", "German", "Italian", "Spanish");
        assertThat(phrases.steps().get(0).options()).containsEntry("into", "characters");
    }

    private static int count(LabelledTextSource source) throws DatasetException {
        RawDataset raw = source.read(Map.of());
        return raw.stage().train().size()
                + raw.stage().validation().size()
                + raw.stage().test().size();
    }

    private static List<String> all(Examples examples) {
        return java.util.stream.IntStream.range(0, examples.size())
                .mapToObj(i -> text(examples, i))
                .toList();
    }

    private static String text(Examples examples, int i) {
        return ((Value.Text) examples.example(i).value()).text();
    }
}

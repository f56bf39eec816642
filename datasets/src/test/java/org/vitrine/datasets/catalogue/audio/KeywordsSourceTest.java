package org.vitrine.datasets.catalogue.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;

class KeywordsSourceTest {

    @Test
    void allClipsAreThere() throws DatasetException {
        List<KeywordClip> clips = KeywordClip.readAll();
        assertThat(clips).hasSize(300);
        assertThat(clips.stream().map(KeywordClip::word).distinct()).hasSize(20);
        assertThat(clips.stream().map(KeywordClip::voice).distinct()).hasSize(15);
        assertThat(clips.stream().map(KeywordClip::speaker).distinct())
                .containsExactlyInAnyOrder("kal", "awb", "rms", "slt");
        for (KeywordClip clip : clips) {
            assertThat(clip.samples().length).isBetween(1808, 8560);
            double squares = 0;
            double sum = 0;
            for (float sample : clip.samples()) {
                assertThat(sample).isBetween(-1f, 1f);
                squares += sample * sample;
                sum += sample;
            }
            // Loud enough to hear, and swinging around silence.
            assertThat(Math.sqrt(squares / clip.samples().length)).isBetween(0.03, 0.4);
            assertThat(sum / clip.samples().length).isBetween(-0.02, 0.02);
        }
    }

    @Test
    void aWordIsInTheMiddleOfItsClip() throws DatasetException {
        KeywordClip clip = new KeywordClip(new float[] {0.1f, 0.1f, 1, 1, 1, 1}, "yes", "flite-kal-1.0");
        assertThat(clip.centred(12)).containsExactly(0, 0, 0.1f, 0.1f, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(clip.centred(6)).isEqualTo(clip.samples());
        assertThat(clip.centred(7)).startsWith(0.1f);
    }

    @Test
    void withTheSameVoicesEachWordIsInEachPart() throws DatasetException {
        RawDataset raw = new KeywordsSource().read(Map.of());
        for (Part part : Part.values()) {
            assertThat(labels(raw.stage().part(part))).hasSize(20);
        }
        assertThat(raw.stage().test().size()).isEqualTo(60);
    }

    @Test
    void anUnseenVoiceSpeaksInTheTestAlone() throws DatasetException {
        Map<Integer, String> speakers = new HashMap<>();
        for (KeywordClip clip : KeywordClip.readAll()) {
            speakers.put(hash(clip.samples()), clip.speaker());
        }
        for (String seed : List.of("1", "2", "3")) {
            RawDataset raw = new KeywordsSource().read(Map.of("split", "unseen voice", "seed", seed));
            Set<String> seen = speakers(raw.stage().train(), speakers);
            seen.addAll(speakers(raw.stage().validation(), speakers));
            Set<String> test = speakers(raw.stage().test(), speakers);
            assertThat(test).hasSize(1).doesNotContainAnyElementsOf(seen);
            assertThat(labels(raw.stage().test())).hasSize(20);
        }
    }

    private static Set<String> speakers(Examples part, Map<Integer, String> known) {
        Set<String> speakers = new HashSet<>();
        for (int i = 0; i < part.size(); i++) {
            speakers.add(
                    known.getOrDefault(hash(part.example(i).numbers().tensor().values()), "?"));
        }
        return speakers;
    }

    /** Of what is between the silences, which alone are zero. */
    private static int hash(float[] samples) {
        int from = 0;
        while (samples[from] == 0) {
            from++;
        }
        int to = samples.length;
        while (samples[to - 1] == 0) {
            to--;
        }
        return Arrays.hashCode(Arrays.copyOfRange(samples, from, to));
    }

    private static Set<Float> labels(Examples part) {
        Set<Float> labels = new HashSet<>();
        for (int i = 0; i < part.size(); i++) {
            labels.add(part.example(i).target().values()[0]);
        }
        return labels;
    }
}

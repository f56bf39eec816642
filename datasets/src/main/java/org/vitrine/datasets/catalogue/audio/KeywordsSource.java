package org.vitrine.datasets.catalogue.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.random.Partition;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Sequence;

/** Twenty spoken words, each in the middle of a silence as long as the longest clip. */
public final class KeywordsSource implements DatasetSource {
    private static final String SPLIT = "split";
    private static final String SAME_VOICES = "same voices";
    private static final String UNSEEN_VOICE = "unseen voice";
    private static final double VALIDATION = 0.1;
    private static final double TEST = 0.2;

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "keywords",
            Task.SOUND_CLASSIFICATION,
            "BSD-like, Carnegie Mellon University (Flite)",
            "300 clips made with the speech synthesis Flite: 20 words, 5 voices, 3 tempi",
            List.of(
                    DatasetOption.choice(SPLIT, SAME_VOICES, List.of(SAME_VOICES, UNSEEN_VOICE)),
                    CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        List<KeywordClip> clips = KeywordClip.readAll();
        List<String> words =
                clips.stream().map(KeywordClip::word).distinct().sorted().toList();
        int[] labels =
                clips.stream().mapToInt(clip -> words.indexOf(clip.word())).toArray();
        int length =
                clips.stream().mapToInt(clip -> clip.samples().length).max().orElse(1);
        List<Value> values = new ArrayList<>();
        for (KeywordClip clip : clips) {
            values.add(Value.Numbers.of(Tensor.of(clip.centred(length), 1, length)));
        }
        return RawDataset.classified(
                descriptor,
                new Content.Ready(new Sequence(1, length), new Presentation.Sound(KeywordClip.RATE)),
                values,
                labels,
                words,
                partition(options, clips, labels, words.size()),
                List.of(StepReference.of("spectrogram"), StepReference.of("normalise")));
    }

    private static Partition partition(Options options, List<KeywordClip> clips, int[] labels, int words) {
        int seed = options.integer(CommonOptions.SEED);
        if (options.text(SPLIT).equals(SAME_VOICES)) {
            return Partition.stratified(labels, words, VALIDATION, TEST, seed);
        }
        List<String> speakers =
                clips.stream().map(KeywordClip::speaker).distinct().toList();
        int[] groups = IntStream.range(0, clips.size())
                .map(i -> speakers.indexOf(clips.get(i).speaker()))
                .toArray();
        return Partition.byGroup(groups, new int[groups.length], 1, VALIDATION, TEST, seed);
    }
}

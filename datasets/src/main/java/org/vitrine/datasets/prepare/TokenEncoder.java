package org.vitrine.datasets.prepare;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.TextSplit;
import org.vitrine.datasets.Vocabulary;

/** Turns token lists into ids of one length: cut at the end, padded with id 0, and masked. */
public record TokenEncoder(Vocabulary vocabulary, int length) {

    /** The chosen texts with their labels; an empty text counts as one unknown token, since a mask of zeros has no meaning. */
    public TextSplit encode(List<List<String>> texts, int[] labels, int[] chosen) {
        float[] ids = new float[chosen.length * length];
        float[] mask = new float[ids.length];
        float[] targets = new float[chosen.length];
        List<List<String>> words = new ArrayList<>();
        for (int row = 0; row < chosen.length; row++) {
            List<String> all = texts.get(chosen[row]);
            List<String> text = all.isEmpty()
                    ? List.of(vocabulary.token(Vocabulary.UNKNOWN))
                    : List.copyOf(all.subList(0, Math.min(length, all.size())));
            for (int step = 0; step < text.size(); step++) {
                ids[row * length + step] = vocabulary.id(text.get(step));
                mask[row * length + step] = 1;
            }
            targets[row] = labels[chosen[row]];
            words.add(text);
        }
        MemorySplit tokens = new MemorySplit(
                Tensor.of(ids, chosen.length, length),
                Tensor.of(targets, chosen.length),
                Tensor.of(mask, chosen.length, length));
        return new TextSplit(tokens, words);
    }
}

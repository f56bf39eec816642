package org.vitrine.datasets.catalogue.sequences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/**
 * Lays out tasks from sequence to sequence: the input is [source, padded | start, target without its end], the targets are those
 * of the second part, one step earlier and with the end; -1 behind it.
 *
 * @param longestSource steps of the first part
 * @param longestTarget tokens of the longest target; the second part has a step more, for start or end
 */
record SequencePairs(Vocabulary vocabulary, int longestSource, int longestTarget) {

    /** @param tokens all that sources and targets are made of */
    static SequencePairs of(List<String> tokens, int longestSource, int longestTarget) {
        List<String> all = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
        all.addAll(tokens);
        return new SequencePairs(Vocabularies.of(all), longestSource, longestTarget);
    }

    /** A data set of pairs with different sources, of which there must be far more than are asked for. */
    RawDataset draw(DatasetDescriptor descriptor, int examples, int seed, Function<Draw, SequencePair> writer)
            throws DatasetException {
        List<Example> all = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < examples; i++) {
            Cancellation.check(descriptor.id());
            Draw draw = Draw.forExample(seed, i);
            SequencePair pair = writer.apply(draw);
            while (!seen.add(pair.source())) {
                pair = writer.apply(draw);
            }
            all.add(example(pair));
        }
        return RawDataset.of(
                descriptor,
                new Content.Ready(
                        new Tokens(vocabulary.size(), longestSource + longestTarget + 1),
                        new Presentation.Text(vocabulary)),
                Targets.of(Target.stepClasses(vocabulary.size(), longestTarget + 1), vocabulary.tokens()),
                Examples.of(all),
                Partition.rounds(examples, 1),
                List.of());
    }

    Example example(SequencePair pair) {
        int length = longestSource + longestTarget + 1;
        float[] inputs = new float[length];
        float[] mask = new float[length];
        float[] targets = new float[longestTarget + 1];
        Arrays.fill(targets, -1);
        List<String> words = new ArrayList<>(pair.source());
        place(pair.source(), inputs, mask, 0);
        List<String> begun = new ArrayList<>(List.of(Vocabulary.START));
        begun.addAll(pair.target());
        place(begun, inputs, mask, longestSource);
        words.addAll(begun);
        for (int step = 0; step <= pair.target().size(); step++) {
            targets[step] =
                    vocabulary.id(step < pair.target().size() ? pair.target().get(step) : Vocabulary.END);
        }
        return new Example(
                new Value.Numbers(Tensor.of(inputs, length), Tensor.of(mask, length), words),
                Tensor.of(targets, longestTarget + 1));
    }

    private void place(List<String> tokens, float[] inputs, float[] mask, int start) {
        for (int step = 0; step < tokens.size(); step++) {
            inputs[start + step] = vocabulary.id(tokens.get(step));
            mask[start + step] = 1;
        }
    }
}

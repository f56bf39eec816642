package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Cuts long texts into pieces of one length; the target of each token is the one that follows. */
public final class TokenWindows implements Step {
    private static final String LENGTH = "length";
    private static final String STRIDE = "stride";

    @Override
    public String id() {
        return "next-token";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.integer(LENGTH, 64, 2, 1024), DatasetOption.integer(STRIDE, 200, 1, 100_000));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        if (!(content instanceof Content.Words)) {
            return Optional.of("it takes words, not " + content.text() + "; tokenise texts first.");
        }
        return targets.target().isEmpty()
                ? Optional.empty()
                : Optional.of("the data set has targets of its own ("
                        + targets.target().get().text() + ").");
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        Vocabulary vocabulary = ((Content.Words) before.content()).vocabulary();
        Fitted fitted = new Fitted(vocabulary, options.integer(LENGTH), options.integer(STRIDE));
        if (fitted.apply(before.content(), before.train()).size() == 0) {
            throw new DatasetException("No training text has more than " + fitted.length
                    + " tokens. Make the pieces of the step next-token shorter.");
        }
        return fitted;
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The pieces.
     *
     * @param stride tokens from the start of one piece to the start of the next
     */
    public record Fitted(Vocabulary vocabulary, int length, int stride) implements FittedStep {
        @Override
        public Content content(Content before) {
            return new Content.Ready(new Tokens(vocabulary.size(), length), new Presentation.Text(vocabulary));
        }

        @Override
        public Targets targets(Content content, Targets before) {
            return Targets.of(Target.stepClasses(vocabulary.size(), length), vocabulary.tokens());
        }

        @Override
        public Examples apply(Content content, Examples before) {
            return Windows.of(before, stride, text -> tokens(text).size() - length, this::piece);
        }

        /** The newest tokens of a text that need not be long enough, without a target; padding stands behind them. */
        public Example newest(Example text) {
            List<String> all = tokens(text);
            List<String> words = all.subList(Math.max(0, all.size() - length), all.size());
            float[] ids = new float[length];
            float[] mask = new float[length];
            for (int step = 0; step < words.size(); step++) {
                ids[step] = vocabulary.id(words.get(step));
                mask[step] = 1;
            }
            return Example.of(new Value.Numbers(Tensor.of(ids, length), Tensor.of(mask, length), words));
        }

        private static List<String> tokens(Example text) {
            return ((Value.Words) text.value()).tokens();
        }

        private Example piece(Example text, int start, @Nullable Draw draw) {
            List<String> words = tokens(text).subList(start, start + length + 1);
            List<Integer> ids =
                    new ArrayList<>(words.stream().map(vocabulary::id).toList());
            float[] inputs = new float[length];
            float[] next = new float[length];
            float[] mask = new float[length];
            for (int step = 0; step < length; step++) {
                inputs[step] = ids.get(step);
                next[step] = ids.get(step + 1);
                mask[step] = 1;
            }
            return new Example(
                    new Value.Numbers(Tensor.of(inputs, length), Tensor.of(mask, length), words.subList(0, length)),
                    Tensor.of(next, length));
        }
    }
}

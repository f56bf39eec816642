package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Tokens;

/** Turns tokens into ids of one length: longer texts are cut, shorter ones padded with id 0 and masked. */
public final class Pad implements Step {
    private static final String LENGTH = "length";
    private static final String KEEP = "keep";
    private static final String START = "start";

    /** The default step of data sets whose texts have so many tokens at most. */
    public static List<StepReference> to(int length) {
        return List.of(new StepReference("pad", Map.of(LENGTH, Integer.toString(length))));
    }

    @Override
    public String id() {
        return "pad";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.integer(LENGTH, 32, 1, 4096), DatasetOption.choice(KEEP, START, List.of(START, "end")));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Words
                ? Optional.empty()
                : Optional.of("it takes words, not " + content.text() + "; tokenise texts first.");
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        Vocabulary vocabulary = ((Content.Words) before.content()).vocabulary();
        return new Fitted(
                vocabulary, options.integer(LENGTH), options.text(KEEP).equals(START));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The padding.
     *
     * @param keepStart whether the end of a long text is cut off, or its start
     */
    public record Fitted(Vocabulary vocabulary, int length, boolean keepStart) implements ValueStep {
        @Override
        public Content content(Content before) {
            return new Content.Ready(new Tokens(vocabulary.size(), length), new Presentation.Text(vocabulary));
        }

        @Override
        public Value change(Value value, Content content) {
            List<String> all = ((Value.Words) value).tokens();
            if (all.isEmpty()) {
                // A mask of zeros has no meaning.
                all = List.of(vocabulary.token(Vocabulary.UNKNOWN));
            }
            int kept = Math.min(length, all.size());
            List<String> words = keepStart ? all.subList(0, kept) : all.subList(all.size() - kept, all.size());
            float[] ids = new float[length];
            float[] mask = new float[length];
            for (int step = 0; step < kept; step++) {
                ids[step] = vocabulary.id(words.get(step));
                mask[step] = 1;
            }
            return new Value.Numbers(Tensor.of(ids, length), Tensor.of(mask, length), words);
        }
    }
}

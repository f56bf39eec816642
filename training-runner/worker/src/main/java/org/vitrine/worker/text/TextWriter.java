package org.vitrine.worker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.random.Draw;

/** Writes on from a beginning, token by token. Never writes padding or the unknown token; ends where the model does. */
public final class TextWriter {
    private static final Sampler AS_THE_MODEL_SAYS = new Sampler(1, 0);

    /**
     * A token that was chosen.
     *
     * @param probability that the model gave it, whatever the sampler made of it
     */
    public record Chosen(int token, double probability) {}

    private final NextToken model;
    private final Vocabulary vocabulary;

    public TextWriter(NextToken model, Vocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
    }

    /**
     * Writes on.
     *
     * @param beginning at least one token
     * @param length tokens to write at most
     * @param each told of each token; answers whether to go on
     * @return what was written
     */
    public List<Integer> write(
            List<Integer> beginning, int length, Sampler sampler, long seed, Predicate<Chosen> each) {
        List<Integer> tokens = new ArrayList<>(beginning);
        Draw draw = new Draw(seed);
        boolean goesOn = true;
        while (goesOn && tokens.size() < beginning.size() + length) {
            double[] scores = model.scores(tokens);
            double[] known = AS_THE_MODEL_SAYS.probabilities(scores);
            forbid(scores);
            int token = Sampler.draw(sampler.probabilities(scores), draw);
            if (vocabulary.token(token).equals(Vocabulary.END)) {
                break;
            }
            tokens.add(token);
            goesOn = each.test(new Chosen(token, known[token]));
        }
        return List.copyOf(tokens.subList(beginning.size(), tokens.size()));
    }

    private void forbid(double[] scores) {
        scores[Vocabulary.PADDING] = Double.NEGATIVE_INFINITY;
        scores[Vocabulary.UNKNOWN] = Double.NEGATIVE_INFINITY;
        if (vocabulary.contains(Vocabulary.START)) {
            scores[vocabulary.id(Vocabulary.START)] = Double.NEGATIVE_INFINITY;
        }
    }
}

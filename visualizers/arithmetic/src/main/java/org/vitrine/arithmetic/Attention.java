package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** What one step sees of the steps that it attends to, head by head. */
final class Attention {
    private final LayerPass pass;
    private final int heads;
    private final boolean causal;
    private final Projection queries;
    private final Projection keys;
    private final Projection values;
    private final String outWeights;
    private final String outBias;
    private final int size;
    private final double[][] query;
    private final double[][] key;
    private final double[][] value;

    private Attention(
            LayerPass pass,
            int heads,
            boolean causal,
            List<Projection> projections,
            String outWeights,
            String outBias) {
        this.pass = pass;
        this.heads = heads;
        this.causal = causal;
        this.queries = projections.get(0);
        this.keys = projections.get(1);
        this.values = projections.get(2);
        this.outWeights = outWeights;
        this.outBias = outBias;
        this.size = pass.shape(outWeights)[0];
        this.query = queries.values(size);
        this.key = keys.values(size);
        this.value = values.values(size);
    }

    static Attention toItself(LayerPass pass, int heads, boolean causal) {
        int size = pass.shape("Wo")[0];
        return new Attention(
                pass,
                heads,
                causal,
                List.of(
                        new Projection(pass, "query", 0, "Wqkv", "bqkv", 0),
                        new Projection(pass, "key", 0, "Wqkv", "bqkv", size),
                        new Projection(pass, "value", 0, "Wqkv", "bqkv", 2 * size)),
                "Wo",
                "bo");
    }

    static Attention toMemory(LayerPass pass, int heads) {
        int size = pass.shape("W")[0];
        return new Attention(
                pass,
                heads,
                false,
                List.of(
                        new Projection(pass, "query", 0, "queries.W", "queries.b", 0),
                        new Projection(pass, "key", 1, "memory.W", "memory.b", 0),
                        new Projection(pass, "value", 1, "memory.W", "memory.b", size)),
                "W",
                "b");
    }

    /** The output projection of what all heads saw. */
    Unfolded output(Cell cell) {
        String title = Texts.cell(pass.spec(), cell);
        int step = cell.axis(1);
        if (!pass.input().isReal(step)) {
            return Sums.masked(title);
        }
        List<Integer> visible = visible(step);
        List<Term> terms = new ArrayList<>();
        for (int head = 0; head < heads; head++) {
            double[] weights = weights(head, step, visible);
            for (int unit = head * width(); unit < (head + 1) * width(); unit++) {
                terms.add(Term.of(seen(unit, step, visible, weights), pass.parameter(outWeights, unit, cell.axis(0))));
            }
        }
        terms.add(Term.of(pass.parameter(outBias, cell.axis(0))));
        return Unfolded.of(title, new Rule.Sum(), terms);
    }

    private int width() {
        return size / heads;
    }

    /** The steps that a query may look at. */
    private List<Integer> visible(int step) {
        Given memory = pass.inputs().get(pass.inputs().size() - 1);
        List<Integer> visible = new ArrayList<>();
        for (int s = 0; s < memory.size(1) && !(causal && s > step); s++) {
            if (memory.isReal(s)) {
                visible.add(s);
            }
        }
        return visible;
    }

    private double dot(int head, int step, int at) {
        double dot = 0;
        for (int unit = head * width(); unit < (head + 1) * width(); unit++) {
            dot += query[step][unit] * key[at][unit];
        }
        return dot;
    }

    private double[] weights(int head, int step, List<Integer> visible) {
        return Functions.softmax(visible.stream()
                .mapToDouble(at -> dot(head, step, at) / Math.sqrt(width()))
                .toArray());
    }

    /** The mean of the values that are seen, weighted. */
    private Factor seen(int unit, int step, List<Integer> visible, double... weights) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * value[visible.get(i)][unit];
        }
        String title = Texts.of("seen", unit, unit / width());
        return Factor.inner(mean, title, () -> unfoldSeen(title, unit, step, visible, weights));
    }

    private Unfolded unfoldSeen(String title, int unit, int step, List<Integer> visible, double... weights) {
        int head = unit / width();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            int at = visible.get(i);
            int place = i;
            Factor weight = Factor.inner(
                    weights[i], Texts.of("weight", head, step, at), () -> weight(head, step, visible, place));
            terms.add(Term.of(weight, values.factor(value[at][unit], at, unit)));
        }
        return Unfolded.of(title, new Rule.Sum(), terms);
    }

    private Unfolded weight(int head, int step, List<Integer> visible, int chosen) {
        List<Term> scores =
                visible.stream().map(at -> score(head, step, at).term()).toList();
        return Unfolded.of(Texts.of("weight", head, step, visible.get(chosen)), new Rule.Softmax(chosen), scores);
    }

    private Unfolded score(int head, int step, int at) {
        Factor dot = Factor.inner(dot(head, step, at), Texts.of("dot", step, at, head), () -> product(head, step, at));
        Factor scale = Factor.constant(1 / Math.sqrt(width()), Texts.of("root", width()));
        return Unfolded.of(Texts.of("score", head, step, at), new Rule.Sum(), List.of(Term.of(dot, scale)));
    }

    private Unfolded product(int head, int step, int at) {
        List<Term> terms = new ArrayList<>();
        for (int unit = head * width(); unit < (head + 1) * width(); unit++) {
            terms.add(Term.of(queries.factor(query[step][unit], step, unit), keys.factor(key[at][unit], at, unit)));
        }
        return Unfolded.of(Texts.of("dot", step, at, head), new Rule.Sum(), terms);
    }
}

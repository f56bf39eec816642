package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Class scores, squared distances to centres and the embedding, side by side. */
final class Centers {
    private Centers() {}

    static Unfolded of(LayerPass pass, Cell cell) {
        String title = Texts.cell(pass.spec(), cell);
        int units = pass.shape("W")[1];
        int classes = pass.shape("cW")[1];
        int at = cell.axis(0);
        if (at >= 2 * classes) {
            return embedding(pass, at - 2 * classes).titled(title);
        }
        List<Term> terms = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            Unfolded embedding = embedding(pass, unit);
            if (at < classes) {
                terms.add(Term.of(embedding.factor(), pass.parameter("cW", unit, at)));
            } else {
                Factor apart = apart(pass, embedding, at - classes, unit);
                terms.add(Term.of(apart, apart));
            }
        }
        if (at < classes) {
            terms.add(Term.of(pass.parameter("cb", at)));
        }
        return Unfolded.of(title, new Rule.Sum(), terms);
    }

    private static Factor apart(LayerPass pass, Unfolded embedding, int center, int unit) {
        Factor minus = Factor.constant(-1, Texts.of("minus"));
        return Unfolded.of(
                        Texts.of("apart", unit, center),
                        new Rule.Sum(),
                        List.of(embedding.term(), Term.of(minus, pass.parameter("centers", center, unit))))
                .factor();
    }

    private static Unfolded embedding(LayerPass pass, int unit) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < pass.input().values().size(); i++) {
            terms.add(Term.of(pass.input(0, Cell.at(i, pass.input().values().shape())), pass.parameter("W", i, unit)));
        }
        terms.add(Term.of(pass.parameter("b", unit)));
        return Unfolded.of(Texts.of("embedding", unit), new Rule.Sum(), terms);
    }
}

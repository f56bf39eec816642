package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Values that were moved and scaled by statistics. */
final class Normalisations {
    private final LayerPass pass;
    private final Given input;
    private final Cell cell;
    private final String title;

    Normalisations(LayerPass pass, Cell cell) {
        this.pass = pass;
        this.input = pass.input();
        this.cell = cell;
        this.title = Texts.cell(pass.spec(), cell);
    }

    /** By the running averages of the channel. */
    Unfolded batch(double epsilon) {
        int channel = cell.axis(0);
        return scaled(
                "gamma",
                "beta",
                new Rule.Normalised(epsilon),
                List.of(
                        Term.of(pass.input(0, cell)),
                        Term.of(pass.parameter("mean", channel)),
                        Term.of(pass.parameter("var", channel))));
    }

    /** Over the features of the example or of its step. */
    Unfolded layer(double epsilon) {
        return byStatistics(epsilon, features());
    }

    /** Over all places of the channel's group. */
    Unfolded group(int groups, double epsilon) {
        int size = input.size(0) / groups;
        int first = cell.axis(0) / size * size;
        int places = input.values().size() / input.size(0);
        List<Term> terms = new ArrayList<>();
        for (int i = first * places; i < (first + size) * places; i++) {
            Cell other = Cell.at(i, input.values().shape());
            if (input.isReal(other)) {
                terms.add(Term.of(pass.input(0, other)));
            }
        }
        return byStatistics(epsilon, terms);
    }

    /** By the root mean square of the features. */
    Unfolded rootMeanSquare(double epsilon) {
        Unfolded square = Unfolded.of(Texts.of("mean-square"), new Rule.Spread(0), features());
        return scaled("g", "", new Rule.Scaled(epsilon), List.of(Term.of(pass.input(0, cell)), square.term()));
    }

    private List<Term> features() {
        List<Term> terms = new ArrayList<>();
        for (int feature = 0; feature < input.size(0); feature++) {
            terms.add(Term.of(pass.input(0, cell.with(0, feature))));
        }
        return terms;
    }

    private Unfolded byStatistics(double epsilon, List<Term> over) {
        Unfolded mean = Unfolded.of(Texts.of("mean"), new Rule.Mean(), over);
        Unfolded variance = Unfolded.of(Texts.of("variance"), new Rule.Spread(mean.value()), over);
        return scaled(
                "g",
                "b",
                new Rule.Normalised(epsilon),
                List.of(Term.of(pass.input(0, cell)), mean.term(), variance.term()));
    }

    /** @param offset the name of what is added, or nothing */
    private Unfolded scaled(String gain, String offset, Rule rule, List<Term> statistics) {
        if (!input.isReal(cell)) {
            return Sums.masked(title);
        }
        Unfolded normalised = Unfolded.of(Texts.of("normalised"), rule, statistics);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(normalised.factor(), pass.parameter(gain, cell.axis(0))));
        if (!offset.isEmpty()) {
            terms.add(Term.of(pass.parameter(offset, cell.axis(0))));
        }
        return Unfolded.of(title, new Rule.Sum(), terms);
    }
}

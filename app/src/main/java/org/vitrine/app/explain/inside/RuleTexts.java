package org.vitrine.app.explain.inside;

import org.vitrine.app.shared.Texts;
import org.vitrine.arithmetic.Rule;
import org.vitrine.arithmetic.Unfolded;
import org.vitrine.charts.format.Numbers;
import org.vitrine.graph.parameter.SpecTexts;

/** What is done with the terms, in one line. */
final class RuleTexts {
    private RuleTexts() {}

    static String of(Unfolded shown) {
        Rule rule = shown.rule();
        String count = String.valueOf(shown.terms().size());
        if (rule instanceof Rule.Function function) {
            return Texts.format(
                    "inside.rule.function",
                    SpecTexts.constant(function.activation()),
                    Numbers.value(shown.terms().get(0).value()),
                    Numbers.value(shown.value()));
        }
        if (rule instanceof Rule.Sum) {
            return shown.terms().size() == 1
                    ? Texts.get("inside.rule.product")
                    : Texts.format("inside.rule.sum", count);
        }
        if (rule instanceof Rule.Mean) {
            return Texts.format("inside.rule.mean", count);
        }
        if (rule instanceof Rule.Greatest) {
            return Texts.format("inside.rule.greatest", count);
        }
        if (rule instanceof Rule.Softmax) {
            return Texts.format("inside.rule.softmax", count);
        }
        if (rule instanceof Rule.Spread spread) {
            return Texts.format("inside.rule.spread", Numbers.value(spread.center()), count);
        }
        if (rule instanceof Rule.Normalised normalised) {
            return Texts.format("inside.rule.normalised", Numbers.value(normalised.epsilon()));
        }
        if (rule instanceof Rule.Scaled scaled) {
            return Texts.format("inside.rule.scaled", Numbers.value(scaled.epsilon()));
        }
        return Texts.get(rule instanceof Rule.Masked ? "inside.rule.masked" : "inside.rule.passed");
    }
}

package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.error;

import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.SpecTexts;

/** Parameters of layers and of the training that lie out of their range. */
final class SettingsChecks {
    private SettingsChecks() {}

    static void run(Survey survey) {
        for (NodeId id : survey.index().nodes()) {
            check(survey, (Record) survey.index().layer(id), new AtNode(id));
        }
        check(survey, survey.document().training(), new Everywhere());
    }

    /** Whether all parameters of a layer are usable for shape inference. */
    static boolean areInRange(Survey survey, Record settings) {
        return survey.parameters(settings).stream().allMatch(Parameter::isInRange);
    }

    private static void check(Survey survey, Record settings, Where where) {
        for (Parameter parameter : survey.parameters(settings)) {
            if (!parameter.isInRange()) {
                Range range = parameter.range().orElseThrow();
                survey.add(new Finding.OutOfRange(
                        where,
                        parameter.name(),
                        error(
                                "parameter.range",
                                where,
                                SpecTexts.label(settings.getClass(), parameter.name()),
                                plain(((Number) parameter.value()).doubleValue()),
                                plain(range.min()),
                                plain(range.max()))));
            }
        }
    }

    /** A number as the user types it: 64, 0.001, 1.0E-8. */
    static String plain(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}

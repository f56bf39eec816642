package org.vitrine.graph.compare;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** One setting that has another value; both values are of the same kind. */
public record ParameterChange(String name, Object from, Object to) {

    /** What differs between two records of one class, in the order of their components. */
    static List<ParameterChange> between(Record before, Record after) {
        List<Parameter> left = Parameters.of(before);
        List<Parameter> right = Parameters.of(after);
        List<ParameterChange> changes = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).value().equals(right.get(i).value())) {
                changes.add(new ParameterChange(
                        left.get(i).name(), left.get(i).value(), right.get(i).value()));
            }
        }
        return changes;
    }

    ParameterChange reversed() {
        return new ParameterChange(name, to, from);
    }
}

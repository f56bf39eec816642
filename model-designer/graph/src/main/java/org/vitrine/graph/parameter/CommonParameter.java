package org.vitrine.graph.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A component that several records of settings have.
 *
 * @param parameter with the value of the first record and the narrowest range
 * @param mixed whether the records differ in it
 */
public record CommonParameter(Parameter parameter, boolean mixed) {

    /** What all have under one name and of one type, in the order of the first. */
    public static List<CommonParameter> of(List<? extends Record> all) {
        List<CommonParameter> common = new ArrayList<>();
        if (all.isEmpty()) {
            return common;
        }
        for (Parameter first : Parameters.of(all.get(0))) {
            List<Parameter> same = all.stream()
                    .flatMap(settings -> Parameters.find(settings, first.name()).stream())
                    .filter(other -> other.type() == first.type())
                    .toList();
            if (same.size() == all.size()) {
                boolean mixed = same.stream().anyMatch(other -> !other.value().equals(first.value()));
                common.add(new CommonParameter(narrowest(same), mixed));
            }
        }
        return common;
    }

    private static Parameter narrowest(List<Parameter> same) {
        Parameter first = same.get(0);
        return same.stream()
                .filter(parameter -> parameter.range().isPresent())
                .reduce((a, b) ->
                        b.range().orElseThrow().max() < a.range().orElseThrow().max() ? b : a)
                .map(narrow -> new Parameter(first.name(), first.type(), narrow.range(), first.value()))
                .orElse(new Parameter(first.name(), first.type(), Optional.empty(), first.value()));
    }
}

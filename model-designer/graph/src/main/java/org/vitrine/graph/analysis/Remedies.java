package org.vitrine.graph.analysis;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Edits worth trying for a finding, best first. */
final class Remedies {
    private Remedies() {}

    static List<Remedy> of(Survey survey, Finding finding) {
        if (finding instanceof Finding.Inside inside) {
            return of(inside.survey(), inside.inner()).stream()
                    .map(remedy -> remedy.in(inside.block()))
                    .toList();
        }
        if (finding instanceof Finding.OutOfRange outOfRange) {
            return clamp(survey.document(), outOfRange);
        }
        if (finding instanceof Finding.Clash clash && clash.where() instanceof AtNode at) {
            return new ShapeRemedies(survey, at.id()).of(clash.key());
        }
        if (finding.key().startsWith("block.")) {
            return new BodyRemedies(survey).of(finding);
        }
        return switch (finding.key()) {
            case "softmax.middle",
                    "attention.order",
                    "bidirectional.last",
                    "tensor.large",
                    "weights.large",
                    "parameters.many" -> new HintRemedies(survey).of(finding);
            default -> new StructureRemedies(survey).of(finding);
        };
    }

    private static List<Remedy> clamp(GraphDocument document, Finding.OutOfRange finding) {
        String name = finding.parameter();
        if (finding.where() instanceof AtNode at) {
            LayerSpec layer = document.graph().layer(at.id());
            Optional<LayerSpec> standard = LayerCatalogue.byType(layer.type());
            return allowed(layer, standard.orElse(layer), name).stream()
                    .map(value -> Remedy.set(at.id(), layer, name, value))
                    .toList();
        }
        TrainingSettings training = document.training();
        return allowed(training, TrainingSettings.DEFAULT, name).stream()
                .map(value -> Remedy.setTraining(training, name, value))
                .toList();
    }

    /** The nearest allowed value, or where there is none the default. */
    private static Optional<Object> allowed(Object settings, Object standard, String name) {
        return Parameters.find((Record) settings, name)
                .flatMap(parameter -> parameter.clamped().or(() -> Parameters.find((Record) standard, name)
                        .map(Parameter::value)));
    }
}

package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Edits worth trying for a finding, best first. */
final class Remedies {
    /** What makes a block worth nothing to the graph around it. */
    private static final Set<String> HOLLOW = Set.of("block.empty", "block.no-end");

    private Remedies() {}

    static List<Remedy> of(Survey survey, Finding finding) {
        if (finding instanceof Finding.Inside inside) {
            boolean hollow = HOLLOW.contains(finding.key()) && survey.index().canBypass(inside.block());
            if (hollow) {
                NodeId block = inside.block();
                return List.of(Remedy.of("fix.bypass", Edits.bypass(survey.document(), block), block));
            }
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
        if (finding.severity() == Problem.Severity.ADVICE) {
            return new AdviceRemedies(survey).of(finding);
        }
        return switch (finding.key()) {
            case "softmax.middle",
                    "attention.order",
                    "bidirectional.last",
                    "answers.seen",
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

    /** A share that was given in per cent, the usual value, the nearest allowed one. */
    private static List<Object> allowed(Object settings, Object standard, String name) {
        List<Object> values = new ArrayList<>();
        Parameters.find((Record) settings, name).ifPresent(parameter -> {
            share(parameter).ifPresent(values::add);
            Parameters.find((Record) standard, name).map(Parameter::value).ifPresent(values::add);
            parameter.clamped().ifPresent(values::add);
        });
        return values.stream().distinct().toList();
    }

    private static Optional<Object> share(Parameter parameter) {
        double value = ((Number) parameter.value()).doubleValue();
        boolean isShare = parameter.type() == double.class
                && parameter.range().filter(range -> range.max() <= 1).isPresent();
        boolean percent = isShare
                && value > 1
                && value / 100 <= parameter.range().orElseThrow().max();
        return percent ? Optional.of(value / 100) : Optional.empty();
    }
}

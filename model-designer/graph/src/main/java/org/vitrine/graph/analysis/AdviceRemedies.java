package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.edit.ChangeData;
import org.vitrine.graph.edit.ChangeTraining;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** Edits worth trying to follow a piece of advice. */
final class AdviceRemedies {
    private final Survey survey;
    private final GraphDocument document;
    private final GraphIndex index;
    private final List<Remedy> remedies = new ArrayList<>();

    AdviceRemedies(Survey survey) {
        this.survey = survey;
        this.document = survey.document();
        this.index = survey.index();
    }

    List<Remedy> of(Finding finding) {
        if (finding.where() instanceof AtNode at && finding instanceof Finding.Plain plain) {
            atNode(plain, at.id());
        } else {
            training(finding.key());
        }
        return remedies;
    }

    private void atNode(Finding.Plain finding, NodeId id) {
        LayerSpec layer = index.layer(id);
        switch (finding.key()) {
            case "style.linear" -> set(id, "activation", Activation.RELU);
            case "style.double-head", "style.dropout-before-norm", "style.dropout-before-values" -> bypass(id);
            case "style.huge-dense" -> remedies.addAll(new HintRemedies(survey).poolBefore(id));
            case "style.deep-plain" -> normaliseChain(finding.chain());
            case "style.saturating" -> activateChain(finding.chain());
            case "style.dropout-strong" -> set(id, "rate", 0.5);
            case "style.norm-small-batch" -> steadyStatistics();
            case "style.pooled-away" -> keepPixels(id, layer);
            case "style.long-sequence", "style.long-for-plain" -> shorten(id, layer);
            case "style.wide-embedding" -> set(id, "units", finding.arguments().get(2));
            default -> {
                // Advice that only its reader can follow.
            }
        }
    }

    private void training(String key) {
        TrainingSettings training = document.training();
        switch (key) {
            case "style.learning-rate" ->
                remedies.add(Remedy.setTraining(
                        training,
                        "learningRate",
                        TrainingAdvice.Rates.of(training.updater()).usual()));
            case "style.l2-with-adam" -> {
                TrainingSettings decoupled = Parameters.with(training, "updater", Updater.ADAMW);
                remedies.add(Remedy.of("fix.adamw", new ChangeTraining(Parameters.with(decoupled, "l2", 0))));
            }
            case "style.warm-up" -> remedies.add(Remedy.setTraining(training, "warmupIterations", 100));
            case "style.not-normalised" -> normaliseData();
            default -> {
                // Advice that only its reader can follow.
            }
        }
    }

    private void set(NodeId id, String name, Object value) {
        remedies.add(Remedy.set(id, index.layer(id), name, value));
    }

    private void bypass(NodeId id) {
        if (index.canBypass(id)) {
            remedies.add(Remedy.of("fix.bypass", Edits.bypass(document, id), id));
        }
    }

    private void normaliseChain(List<NodeId> chain) {
        Draft draft = new Draft(document);
        LayerSpec shown = new BatchNormalization(0.9, 1e-5);
        for (NodeId id : chain) {
            boolean sequence =
                    survey.output(id).filter(Sequence.class::isInstance).isPresent();
            shown = sequence ? new LayerNormalization(1e-5) : new BatchNormalization(0.9, 1e-5);
            draft.insertAfter(id, shown);
        }
        remedies.add(Remedy.of("fix.insert-after-each", draft.edit(), shown, chain.size()));
    }

    private void activateChain(List<NodeId> chain) {
        List<GraphEdit> edits = new ArrayList<>();
        chain.forEach(id -> edits.add(Chains.withActivation(survey, id, Activation.RELU)));
        remedies.add(Remedy.of(
                "fix.activate-all", new EditList("ApplyFix", edits), Activation.RELU, ProblemTexts.names(chain, ", ")));
    }

    private void steadyStatistics() {
        remedies.add(Remedy.setTraining(document.training(), "batchSize", 32));
        List<GraphEdit> edits = new ArrayList<>();
        for (NodeId id : TrainingAdvice.all(survey, BatchNormalization.class)) {
            edits.add(new ReplaceLayer(id, new GroupNormalization(1, 1e-5)));
        }
        remedies.add(Remedy.of("fix.group-norm", new EditList("ApplyFix", edits), new GroupNormalization(1, 1e-5)));
    }

    /** Takes the last pooling out that stands before, or the layer itself. */
    private void keepPixels(NodeId id, LayerSpec layer) {
        Optional<NodeId> node = Chains.before(survey, id);
        while (node.isPresent()) {
            boolean shrinks = index.layer(node.get()) instanceof Pooling2D
                    && Chains.before(survey, node.get())
                            .flatMap(survey::output)
                            .filter(shape -> shape instanceof Image image && image.height() > 1)
                            .isPresent();
            if (shrinks) {
                bypass(node.get());
                break;
            }
            node = Chains.before(survey, node.get());
        }
        remedies.add(Remedy.set(id, layer, "kernel", 1));
        bypass(id);
    }

    private void shorten(NodeId id, LayerSpec layer) {
        if (layer instanceof SimpleRnn plain) {
            remedies.add(
                    Remedy.of("fix.replace", new ReplaceLayer(id, new Gru(plain.units())), id, new Gru(plain.units())));
        }
        Edge edge = index.inputs(id).get(0);
        long features = survey.output(edge.from()).map(MergeRemedies::channels).orElse(1L);
        int filters = (int) Math.max(16, Math.min(256, features));
        LayerSpec strided = new Convolution1D(filters, 5, 4, 1, Padding.SAME, Activation.RELU);
        remedies.add(Remedy.of("fix.insert", Edits.insertOn(document, edge, strided), strided, id));
    }

    private void normaliseData() {
        List<StepReference> steps = new ArrayList<>(document.data().steps().orElse(List.of()));
        int last = 0;
        for (int i = 0; i < steps.size(); i++) {
            last = TrainingAdvice.UNEVEN.contains(steps.get(i).step()) ? i + 1 : last;
        }
        steps.add(last, StepReference.of("normalise"));
        remedies.add(Remedy.of("fix.normalise", new ChangeData(document.data().withSteps(steps))));
    }
}

package org.vitrine.exchange.code.pytorch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.HeadKind;
import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** The loss of each head, and the number that people watch. */
final class TorchLoss {
    private final ProgramSource source;
    private final LayerSpec head;
    private final HeadKind kind;

    TorchLoss(ProgramSource source) {
        this.source = source;
        this.head = source.head().node().layer();
        this.kind = HeadKind.of(head, source.data().target());
    }

    Set<String> helpers() {
        Set<String> helpers = new LinkedHashSet<>();
        if (head instanceof ClassificationOutput classes && classes.focusing() > 0) {
            helpers.add("focal_loss");
        }
        switch (kind) {
            case TRIPLET ->
                helpers.add(
                        ((TripletOutput) head).mining() == Mining.BATCH_HARD
                                ? "triplets_batch_hard"
                                : "triplets_semi_hard");
            case DETECTION -> helpers.add("grid_targets");
            default -> {}
        }
        return helpers;
    }

    /** How the loss is called in the loop. */
    String call() {
        return switch (kind) {
            case RECONSTRUCTION_BINARY, RECONSTRUCTION_SQUARED -> "loss_of(outputs, x)";
            case CTC -> source.masked() ? "loss_of(outputs, y, mask)" : "loss_of(outputs, y)";
            default -> "loss_of(outputs, y)";
        };
    }

    /** Targets out of an array. */
    String targets(String array) {
        String tensor = "torch.from_numpy(" + array + ")";
        return switch (kind) {
            case CLASSES, STEP_CLASSES, CENTER, TRIPLET, CTC -> tensor + ".long()";
            case DETECTION -> {
                Image grid = (Image) source.head().output();
                yield "torch.from_numpy(grid_targets(" + array + ", " + grid.height() + ", " + grid.width() + "))";
            }
            default -> tensor;
        };
    }

    void write(CodeWriter out) {
        String mask = kind == HeadKind.CTC && source.masked() ? ", mask" : "";
        out.line("def loss_of(outputs, targets" + mask + "):").indent();
        switch (kind) {
            case CLASSES, STEP_CLASSES -> classes(out, (ClassificationOutput) head);
            case BINARY -> {
                doc(out, "Binary cross entropy of a sigmoid.");
                out.line("return F.binary_cross_entropy_with_logits(outputs[:, 0], targets)");
            }
            case SQUARED -> {
                doc(out, "Mean squared error.");
                out.line("return F.mse_loss(outputs, targets)");
            }
            case ABSOLUTE -> {
                doc(out, "Mean absolute error.");
                out.line("return F.l1_loss(outputs, targets)");
            }
            case HUBER -> {
                doc(out, "Huber's loss.");
                out.line("return F.huber_loss(outputs, targets, delta="
                        + Literals.real(((RegressionOutput) head).delta()) + ")");
            }
            case CTC -> ctc(out);
            case TRIPLET -> {
                doc(out, "Triplet loss on embeddings of length 1.");
                String mining = helpers().iterator().next();
                out.line("return " + mining + "(F.normalize(outputs, dim=1, eps=1e-12), targets, margin="
                        + Literals.real(((TripletOutput) head).margin()) + ")");
            }
            case CENTER -> center(out, (CenterOutput) head);
            case DETECTION -> detection(out, (DetectionOutput) head);
            case RECONSTRUCTION_BINARY -> {
                doc(out, "Binary cross entropy of the sigmoid of each value, summed over an example.");
                out.line("values = " + rows());
                out.line(
                        "return F.binary_cross_entropy_with_logits(outputs, values, reduction=\"sum\") / len(outputs)");
            }
            case RECONSTRUCTION_SQUARED -> {
                doc(out, "Half the squared error, summed over an example.");
                out.line("return (outputs - " + rows() + ").square().sum() / 2 / len(outputs)");
            }
        }
        out.outdent();
    }

    private String rows() {
        return source.data().input() instanceof Sequence ? "targets.transpose(1, 2).flatten(1)" : "targets.flatten(1)";
    }

    private static void doc(CodeWriter out, String text) {
        out.line("\"\"\"" + text + "\"\"\"");
    }

    private void classes(CodeWriter out, ClassificationOutput head) {
        boolean steps = kind == HeadKind.STEP_CLASSES;
        if (head.focusing() > 0) {
            doc(out, "Focal loss (Lin et al. 2017)" + (steps ? " of the steps that have a target." : "."));
            out.line("return focal_loss(outputs, targets, " + Literals.real(head.labelSmoothing()) + ", "
                    + Literals.real(head.focusing()) + ")");
            return;
        }
        doc(out, "Cross entropy of a softmax" + (steps ? ", at the steps that have a target." : "."));
        String smoothing = head.labelSmoothing() > 0 ? ", label_smoothing=" + Literals.real(head.labelSmoothing()) : "";
        out.line(
                steps
                        ? "return F.cross_entropy(outputs.transpose(1, 2), targets, ignore_index=-1" + smoothing + ")"
                        : "return F.cross_entropy(outputs, targets" + smoothing + ")");
    }

    private void ctc(CodeWriter out) {
        Shape output = source.head().output();
        int labels = source.data().target().size();
        long steps = ((Sequence) output).length();
        doc(out, "Connectionist temporal classification (Graves et al. 2006); the last unit means no label.");
        out.line("logs = outputs.log_softmax(-1).transpose(0, 1)");
        if (source.masked()) {
            out.line("lengths = torch.ceil(mask.sum(1) * " + steps + " / mask.shape[1]).long().clamp(min=1)");
        } else {
            out.line("lengths = torch.full((len(outputs),), " + steps + ")");
        }
        out.line("losses = F.ctc_loss(");
        out.line("    logs, targets.clamp(min=0), lengths, (targets >= 0).sum(1), blank=" + labels
                + ", reduction=\"none\"");
        out.line(")");
        out.line("return losses.mean()");
    }

    private void center(CodeWriter out, CenterOutput head) {
        int classes = source.data().target().size();
        doc(out, "Cross entropy, and the squared distance to the own centre (Wen et al. 2016).");
        out.line("entropy = F.cross_entropy(outputs[:, :" + classes + "], targets)");
        out.line("own = outputs[:, " + classes + ":" + 2 * classes + "].gather(1, targets[:, None])");
        out.line("return entropy + " + Literals.real(head.weight() / 2) + " * own.mean()");
    }

    private void detection(CodeWriter out, DetectionOutput head) {
        String box = Literals.real(head.boxWeight());
        doc(out, "Whether there is an object, its box and its class, for each cell of the grid (Redmon et al. 2016).");
        out.line("object, box, kind = targets[..., 0], targets[..., 1:5], targets[..., 5].long()");
        out.line("z = outputs.permute(0, 2, 3, 1)");
        out.line("place, size = z[..., 1:3].sigmoid(), z[..., 3:5].sigmoid().sqrt()");
        out.line("there = F.binary_cross_entropy_with_logits(z[..., 0], object, reduction=\"none\")");
        out.line("errors = (place - box[..., :2]).square().sum(-1) + (size - box[..., 2:].sqrt()).square().sum(-1)");
        out.line("classes = F.cross_entropy(z[..., 5:].permute(0, 3, 1, 2), kind, reduction=\"none\")");
        out.line("losses = there * torch.where(object > 0, 1.0, " + Literals.real(head.emptyWeight()) + ")");
        out.line("return (losses + object * (" + box + " * errors + classes)).sum() / len(outputs)");
    }

    /** What a batch counts for in a mean. */
    String weight() {
        return kind == HeadKind.STEP_CLASSES ? "(y >= 0).sum().item()" : "len(x)";
    }

    boolean hasScore() {
        return kind.metric() != HeadKind.Metric.NONE;
    }

    /** A further argument of the evaluation. */
    String more() {
        return kind.isRegression() ? ", deviation" : "";
    }

    String evaluates() {
        return switch (kind.metric()) {
            case ACCURACY -> "Mean loss, and the share that is right.";
            case RMSE -> "Mean loss, and the root of the mean squared error.";
            case NONE -> "Mean loss.";
        };
    }

    /** Sum over the batch. */
    String score() {
        return switch (kind) {
            case CLASSES -> "(outputs.argmax(1) == y).sum()";
            case STEP_CLASSES -> "((outputs.argmax(-1) == y) & (y >= 0)).sum()";
            case CENTER -> "(outputs[:, :" + source.data().target().size() + "].argmax(1) == y).sum()";
            case BINARY -> "((outputs[:, 0] > 0) == (y > 0.5)).sum()";
            case SQUARED, ABSOLUTE, HUBER -> "((outputs - y) * deviation).square().mean(1).sum()";
            case RECONSTRUCTION_BINARY ->
                "(outputs.sigmoid() - " + rows().replace("targets", "x") + ").square().mean(1).sum()";
            case RECONSTRUCTION_SQUARED -> "(outputs - " + rows().replace("targets", "x") + ").square().mean(1).sum()";
            default -> "";
        };
    }

    String metric() {
        return kind.metric() == HeadKind.Metric.RMSE ? "math.sqrt(score / max(1, count))" : "score / max(1, count)";
    }

    /** How the metric is printed, within an f-string. */
    String shown() {
        return switch (kind.metric()) {
            case ACCURACY -> ", accuracy {score:.2%}";
            case RMSE -> ", RMSE {score:.4g}";
            case NONE -> "";
        };
    }
}

package org.vitrine.exchange.code.keras;

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

/** The loss of each head, and the metric that is printed beside it. Keras hands targets over as floats. */
final class KerasLoss {
    private final ProgramSource source;
    private final LayerSpec head;
    private final HeadKind kind;

    KerasLoss(ProgramSource source) {
        this.source = source;
        this.head = source.head().node().layer();
        this.kind = HeadKind.of(head, source.data().target());
    }

    Set<String> helpers() {
        Set<String> helpers = new LinkedHashSet<>();
        if (head instanceof ClassificationOutput classes && !isPlain(classes)) {
            helpers.add("class_loss");
        }
        switch (kind) {
            case TRIPLET ->
                helpers.add(
                        ((TripletOutput) head).mining() == Mining.BATCH_HARD
                                ? "triplets_batch_hard"
                                : "triplets_semi_hard");
            case DETECTION -> helpers.add("grid_targets");
            case CLASSES, STEP_CLASSES -> helpers.add("accuracy");
            default -> {}
        }
        return helpers;
    }

    private boolean isPlain(ClassificationOutput classes) {
        return kind == HeadKind.CLASSES && classes.labelSmoothing() == 0 && classes.focusing() == 0;
    }

    /** What becomes of an array of targets. */
    void targets(CodeWriter out) {
        String y = "data[part + \"_y\"]";
        switch (kind) {
            case BINARY -> out.line("y = " + y + "[:, None]");
            case DETECTION -> {
                Image grid = (Image) source.head().output();
                out.line("y = grid_targets(" + y + ", " + grid.height() + ", " + grid.width() + ")");
            }
            case RECONSTRUCTION_BINARY, RECONSTRUCTION_SQUARED ->
                out.line("y = data[part + \"_x\"].reshape(len(x), -1)  # what goes in has to come out");
            case CTC -> {
                long steps = ((Sequence) source.head().output()).length();
                out.line("# Behind the labels stands how many steps are real.");
                out.line(
                        source.masked()
                                ? "real_steps = np.ceil(data[part + \"_mask\"].mean(1, keepdims=True) * " + steps
                                        + ").clip(1)"
                                : "real_steps = np.full((len(x), 1), " + steps + ")");
                out.line("y = np.concatenate([" + y + ", real_steps], axis=1)");
            }
            default -> out.line("y = " + y);
        }
    }

    void write(CodeWriter out) {
        out.line("def loss_of(targets, outputs):").indent();
        switch (kind) {
            case CLASSES, STEP_CLASSES -> classes(out, (ClassificationOutput) head);
            case BINARY -> {
                doc(out, "Binary cross entropy of a sigmoid.");
                out.line("return keras.losses.binary_crossentropy(targets, outputs, from_logits=True)");
            }
            case SQUARED -> {
                doc(out, "Mean squared error.");
                out.line("return ops.mean(ops.square(outputs - targets), axis=-1)");
            }
            case ABSOLUTE -> {
                doc(out, "Mean absolute error.");
                out.line("return ops.mean(ops.abs(outputs - targets), axis=-1)");
            }
            case HUBER -> {
                doc(out, "Huber's loss.");
                out.line("return keras.losses.huber(targets, outputs, delta="
                        + Literals.real(((RegressionOutput) head).delta()) + ")");
            }
            case CTC -> ctc(out);
            case TRIPLET -> {
                doc(out, "Triplet loss on embeddings of length 1.");
                String mining = helpers().iterator().next();
                out.line("lengths = ops.sqrt(ops.sum(ops.square(outputs), axis=1, keepdims=True))");
                out.line("units = outputs / ops.maximum(lengths, 1e-12)");
                out.line("return " + mining + "(units, ops.reshape(targets, (-1,)), margin="
                        + Literals.real(((TripletOutput) head).margin()) + ")");
            }
            case CENTER -> center(out, (CenterOutput) head);
            case DETECTION -> detection(out, (DetectionOutput) head);
            case RECONSTRUCTION_BINARY -> {
                doc(out, "Binary cross entropy of the sigmoid of each value, summed over an example.");
                out.line("return ops.sum(ops.binary_crossentropy(targets, outputs, from_logits=True), axis=-1)");
            }
            case RECONSTRUCTION_SQUARED -> {
                doc(out, "Half the squared error, summed over an example.");
                out.line("return ops.sum(ops.square(outputs - targets), axis=-1) / 2");
            }
        }
        out.outdent();
    }

    private static void doc(CodeWriter out, String text) {
        out.line("\"\"\"" + text + "\"\"\"");
    }

    private void classes(CodeWriter out, ClassificationOutput head) {
        if (isPlain(head)) {
            doc(out, "Cross entropy of a softmax.");
            out.line("return keras.losses.sparse_categorical_crossentropy(targets, outputs, from_logits=True)");
            return;
        }
        doc(
                out,
                (head.focusing() > 0 ? "Focal loss (Lin et al. 2017)" : "Cross entropy of a softmax")
                        + (kind == HeadKind.STEP_CLASSES ? " at the steps that have a target." : "."));
        out.line("return class_loss(targets, outputs, smoothing=" + Literals.real(head.labelSmoothing()) + ", focusing="
                + Literals.real(head.focusing()) + ")");
    }

    private void ctc(CodeWriter out) {
        int labels = source.data().target().size();
        doc(out, "Connectionist temporal classification (Graves et al. 2006); the last unit means no label.");
        out.line("targets = ops.cast(targets, \"int32\")");
        out.line("row, real_steps = targets[:, :-1], targets[:, -1]");
        out.line("lengths = ops.sum(ops.cast(row >= 0, \"int32\"), axis=1)");
        out.line("return ops.ctc_loss(ops.maximum(row, 0), outputs, lengths, real_steps, mask_index=" + labels + ")");
    }

    private void center(CodeWriter out, CenterOutput head) {
        int classes = source.data().target().size();
        doc(out, "Cross entropy, and the squared distance to the own centre (Wen et al. 2016).");
        out.line("scores, distances = outputs[:, :" + classes + "], outputs[:, " + classes + ":" + 2 * classes + "]");
        out.line("targets = ops.cast(ops.reshape(targets, (-1,)), \"int32\")");
        out.line("entropy = keras.losses.sparse_categorical_crossentropy(targets, scores, from_logits=True)");
        out.line("own = ops.sum(distances * ops.one_hot(targets, " + classes + "), axis=1)");
        out.line("return entropy + " + Literals.real(head.weight() / 2) + " * own");
    }

    private void detection(CodeWriter out, DetectionOutput head) {
        int classes = source.data().target().size();
        doc(out, "Whether there is an object, its box and its class, for each cell of the grid (Redmon et al. 2016).");
        out.line(
                "object, box, kind = targets[..., 0], targets[..., 1:5], ops.one_hot(ops.cast(targets[..., 5], \"int32\"), "
                        + classes + ")");
        out.line("place, size = ops.sigmoid(outputs[..., 1:3]), ops.sqrt(ops.sigmoid(outputs[..., 3:5]))");
        out.line("there = ops.binary_crossentropy(object, outputs[..., 0], from_logits=True)");
        out.line(
                "errors = ops.sum(ops.square(place - box[..., :2]) + ops.square(size - ops.sqrt(box[..., 2:])), axis=-1)");
        out.line("classes = -ops.sum(kind * ops.log_softmax(outputs[..., 5:]), axis=-1)");
        out.line("losses = there * ops.where(object > 0, 1.0, " + Literals.real(head.emptyWeight()) + ")");
        out.line("return ops.sum(losses + object * (" + Literals.real(head.boxWeight())
                + " * errors + classes), axis=(1, 2))");
    }

    /** The metrics of the compiled model. */
    String metrics() {
        return switch (kind) {
            case CLASSES, STEP_CLASSES -> "accuracy";
            case BINARY -> "keras.metrics.BinaryAccuracy(threshold=0.0)";
            case SQUARED, ABSOLUTE, HUBER -> "keras.metrics.RootMeanSquaredError(name=\"rmse\")";
            default -> "";
        };
    }
}

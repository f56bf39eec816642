package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Edits worth trying where a layer can not take its inputs. */
final class ShapeRemedies {
    private final Survey survey;
    private final Spot spot;
    private final LayoutRemedies layout;

    ShapeRemedies(Survey survey, NodeId id) {
        this.survey = survey;
        this.spot = new Spot(survey, id);
        this.layout = new LayoutRemedies(spot);
    }

    List<Remedy> of(String key) {
        if (spot.layer instanceof Block block) {
            // The first repetition fits, or the problem would be told inside.
            for (int fewer = block.repeat() - 1; fewer >= 1 && fewer >= block.repeat() - 3; fewer--) {
                spot.set("repeat", fewer);
            }
            spot.set("repeat", 1);
            return spot.remedies();
        }
        switch (key) {
            case "tokens.need-embedding" -> new TokenRemedies(spot).embed();
            case "needs-sequence" -> layout.wantSequence();
            case "needs-image" -> layout.wantImage();
            case "window.larger" -> fitWindow();
            case "merge.differ" -> new MergeRemedies(spot).add();
            case "concatenate.differ" -> new MergeRemedies(spot).concatenate();
            case "pooling.needs-axes" -> embedOr(() -> spot.bypass(spot.id));
            case "permute.one-axis" -> spot.bypass(spot.id);
            case "slice.outside" -> fitSlice();
            case "slice.no-axis" -> spot.set("axis", axisOf(spot.input()));
            case "permute.two-axes" -> spot.set("order", AxisOrder.REVERSED);
            case "reshape.size" -> layout.fitReshape();
            case "layernorm.needs-features" -> embedOr(this::normaliseImage);
            case "embedding.needs-tokens" -> {
                spot.bypass(spot.id);
                spot.replace(new Dense(((Embedding) spot.layer).units(), Activation.IDENTITY));
            }
            case "attention.heads" -> fitParts("heads", MergeRemedies.channels(spot.input()));
            case "groups.divide" -> fitParts("groups", MergeRemedies.channels(spot.input()));
            case "binary.classes", "head.target", "head.needs-classes", "head.needs-values", "reconstruction.tokens" ->
                survey.data().ifPresent(data -> spot.replace(Adapters.head(data)));
            case "head.needs-flat" -> layout.wantVector();
            case "head.needs-steps" -> layout.undoFlattening(spot.edge());
            case "head.steps-differ" ->
                survey.data().ifPresent(data -> new StepRemedies(spot)
                        .match(data.target().length()));
            case "ctc.steps" -> new StepRemedies(spot).more();
            default -> {
                // A refusal that only the user can resolve: its cure in words has to do.
            }
        }
        return spot.remedies();
    }

    private void embedOr(Runnable other) {
        if (spot.input() instanceof Tokens) {
            new TokenRemedies(spot).embed();
        } else {
            other.run();
        }
    }

    private void normaliseImage() {
        spot.replace(new BatchNormalization(0.9, 1e-5));
        spot.replace(new GroupNormalization(1, 1e-5));
    }

    private void fitWindow() {
        long room = spot.input() instanceof Image image
                ? Math.min(image.height(), image.width())
                : ((Sequence) spot.input()).length();
        if (spot.layer instanceof Pooling1D || spot.layer instanceof Pooling2D) {
            spot.bypass(spot.id);
        }
        int kernel = spot.number("kernel");
        int dilation = Parameters.find((Record) spot.layer, "dilation")
                .map(parameter -> (Integer) parameter.value())
                .orElse(1);
        if (dilation > 1 && kernel <= room) {
            spot.set("dilation", 1);
        }
        spot.set("kernel", (room - 1) / dilation + 1);
        spot.set("padding", Padding.SAME);
    }

    private static SliceAxis axisOf(Shape shape) {
        return shape instanceof Sequence || shape instanceof Tokens ? SliceAxis.TIME : SliceAxis.FEATURES;
    }

    /** Whichever end moves, the other one stays. */
    private void fitSlice() {
        long available = ((Slice) spot.layer).available(spot.input());
        int start = spot.number("start");
        int length = spot.number("length");
        if (start < available) {
            spot.set("length", available - start);
        }
        if (length <= available) {
            spot.set("start", available - length);
        }
    }

    /** The nearest numbers of parts that divide the channels, or channels that the parts divide. */
    private void fitParts(String name, long channels) {
        int parts = spot.number(name);
        for (int fewer = parts - 1; fewer >= 1; fewer--) {
            if (channels % fewer == 0) {
                spot.set(name, fewer);
                break;
            }
        }
        for (int more = parts + 1; more <= Math.min(64, channels); more++) {
            if (channels % more == 0) {
                spot.set(name, more);
                break;
            }
        }
        long rounded = (channels + parts - 1) / parts * parts;
        Widths.change(survey, spot.edge().from(), rounded).ifPresent(spot::add);
    }
}

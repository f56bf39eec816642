package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Edits worth trying where a layer can not take its inputs. */
final class ShapeRemedies {
    private final Survey survey;
    private final GraphDocument document;
    private final NodeId id;
    private final LayerSpec layer;
    private final List<Edge> edges;
    private final List<Shape> inputs;
    private final List<Remedy> remedies = new ArrayList<>();

    ShapeRemedies(Survey survey, NodeId id) {
        this.survey = survey;
        this.document = survey.document();
        this.id = id;
        this.layer = survey.index().layer(id);
        this.edges = survey.index().inputs(id);
        this.inputs = edges.stream()
                .map(edge -> survey.output(edge.from()).orElseThrow())
                .toList();
    }

    List<Remedy> of(String key) {
        switch (key) {
            case "tokens.need-embedding" -> embedTokens();
            case "needs-sequence" -> wantSequence();
            case "needs-image" -> wantImage();
            case "window.larger" -> fitWindow();
            case "merge.differ" -> new MergeRemedies(survey, id).add(remedies);
            case "concatenate.differ" -> new MergeRemedies(survey, id).concatenate(remedies);
            case "pooling.needs-axes", "permute.one-axis" -> bypass(id);
            case "slice.outside" -> fitSlice();
            case "slice.no-axis" -> set("axis", axisOf(inputs.get(0)));
            case "permute.two-axes" -> set("order", AxisOrder.REVERSED);
            case "reshape.size" -> fitReshape();
            case "layernorm.needs-features" -> {
                if (inputs.get(0) instanceof Tokens) {
                    embedTokens();
                } else {
                    replace(new BatchNormalization(0.9, 1e-5));
                }
            }
            case "embedding.needs-tokens" -> {
                bypass(id);
                replace(new Dense(((Embedding) layer).units(), Activation.IDENTITY));
            }
            case "attention.heads" -> fitParts("heads", MergeRemedies.channels(inputs.get(0)));
            case "groups.divide" -> fitParts("groups", MergeRemedies.channels(inputs.get(0)));
            case "binary.classes", "head.target", "head.needs-classes", "head.needs-values" ->
                survey.data().ifPresent(data -> replace(Adapters.head(data)));
            case "head.needs-flat" -> wantVector();
            case "head.needs-steps" -> undoFlattening();
            case "head.steps-differ" -> bypass(edges.get(0).from());
            default -> {
                // A refusal that only the user can resolve: its cure in words has to do.
            }
        }
        return remedies;
    }

    private void embedTokens() {
        for (int i = 0; i < edges.size(); i++) {
            if (inputs.get(i) instanceof Tokens) {
                insertAfter(edges.get(i).from(), Adapters.EMBEDDING);
                Edge edge = edges.get(i);
                remedies.add(Remedy.of(
                        "fix.insert", Edits.insertOn(document, edge, Adapters.EMBEDDING), Adapters.EMBEDDING, id));
                return;
            }
        }
    }

    private void wantSequence() {
        undoFlattening();
        if (inputs.get(0) instanceof Image) {
            if (layer instanceof Convolution1D c) {
                replace(new Convolution2D(
                        c.filters(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
            } else if (layer instanceof Pooling1D p) {
                replace(new Pooling2D(p.mode(), p.kernel(), p.stride(), p.padding()));
            }
        }
        becomeDense();
        bypass(id);
    }

    private void wantImage() {
        undoFlattening();
        if (inputs.get(0) instanceof Sequence) {
            if (layer instanceof Convolution2D c) {
                replace(new Convolution1D(
                        c.filters(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.activation()));
            } else if (layer instanceof Pooling2D p) {
                replace(new Pooling1D(p.mode(), p.kernel(), p.stride(), p.padding()));
            }
        }
        becomeDense();
        bypass(id);
    }

    private void becomeDense() {
        Widths.of(layer).ifPresent(width -> replace(new Dense((Integer) width.value(), Activation.RELU)));
    }

    /** Takes the layer away that made a vector right before. */
    private void undoFlattening() {
        NodeId source = edges.get(0).from();
        LayerSpec before = survey.index().layer(source);
        if (before instanceof Flatten || before instanceof GlobalPooling || before instanceof LastStep) {
            bypass(source);
        }
    }

    private void fitWindow() {
        long room = inputs.get(0) instanceof Image image
                ? Math.min(image.height(), image.width())
                : ((Sequence) inputs.get(0)).length();
        int kernel = number("kernel");
        int dilation = Parameters.find((Record) layer, "dilation")
                .map(parameter -> (Integer) parameter.value())
                .orElse(1);
        long fitting = (room - 1) / dilation + 1;
        set("kernel", fitting);
        if (dilation > 1 && kernel <= room) {
            set("dilation", 1);
        }
        set("padding", Padding.SAME);
    }

    private static SliceAxis axisOf(Shape shape) {
        return shape instanceof Sequence || shape instanceof Tokens ? SliceAxis.TIME : SliceAxis.FEATURES;
    }

    /** Whichever end moves, the other one stays. */
    private void fitSlice() {
        long available = ((Slice) layer).available(inputs.get(0));
        int start = number("start");
        int length = number("length");
        if (start < available) {
            set("length", available - start);
        }
        if (length <= available) {
            set("start", available - length);
        }
    }

    /** Each size in turn becomes what the other ones leave for it. */
    private void fitReshape() {
        long values = inputs.get(0).size();
        List<String> names = ((Reshape) layer).to() == Layout.IMAGE
                ? List.of("width", "height", "channels")
                : List.of("height", "channels");
        for (String changed : names) {
            long others = 1;
            for (String name : names) {
                others *= name.equals(changed) ? 1 : number(name);
            }
            if (values % others == 0 && values / others <= 65536) {
                set(changed, values / others);
            }
        }
    }

    /** The nearest numbers of parts that divide the channels, or channels that the parts divide. */
    private void fitParts(String name, long channels) {
        int parts = number(name);
        for (int fewer = parts - 1; fewer >= 1; fewer--) {
            if (channels % fewer == 0) {
                set(name, fewer);
                break;
            }
        }
        for (int more = parts + 1; more <= Math.min(64, channels); more++) {
            if (channels % more == 0) {
                set(name, more);
                break;
            }
        }
        long rounded = (channels + parts - 1) / parts * parts;
        Widths.change(survey, edges.get(0).from(), rounded).ifPresent(remedies::add);
    }

    private void wantVector() {
        Edge edge = edges.get(0);
        for (List<LayerSpec> way : Adapters.toVector(inputs.get(0))) {
            Draft draft = new Draft(document);
            Edge last = edge;
            for (LayerSpec step : way) {
                last = draft.insertOn(last, step);
            }
            LayerSpec shown = way.get(way.size() - 1);
            remedies.add(Remedy.of("fix.insert", draft.edit(), shown, id));
        }
    }

    private void insertAfter(NodeId source, LayerSpec inserted) {
        remedies.add(Remedy.of("fix.insert-after", Edits.insertAfter(document, source, inserted), inserted, source));
    }

    private void replace(LayerSpec other) {
        remedies.add(Remedy.of("fix.replace", new ReplaceLayer(id, other), id, other));
    }

    private void bypass(NodeId node) {
        if (survey.index().canBypass(node)) {
            remedies.add(Remedy.of("fix.bypass", Edits.bypass(document, node), node));
        }
    }

    private void set(String name, Object value) {
        remedies.add(Remedy.set(id, layer, name, value));
    }

    private int number(String name) {
        return Parameters.find((Record) layer, name)
                .map(Parameter::value)
                .map(Integer.class::cast)
                .orElseThrow();
    }
}

package org.vitrine.exchange.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/**
 * The end of a model. Graphs end in a head, a dense layer whose softmax or sigmoid belongs to the loss; where Keras ends in
 * something else, a head with an identity matrix follows it.
 */
final class HeadMaps {
    private static final int WIDEST_IDENTITY = 1024;

    private final RegressionLoss loss;

    /** @param training how the model was compiled; may be missing */
    HeadMaps(JsonNode training) {
        this.loss = loss(training.path("loss"));
    }

    private static RegressionLoss loss(JsonNode loss) {
        JsonNode config = loss.path("config");
        String name = loss.isTextual()
                ? loss.textValue()
                : config.isTextual()
                        ? config.textValue()
                        : loss.path("class_name").asText("");
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
        if (plain.equals("mae") || plain.equals("meanabsoluteerror")) {
            return RegressionLoss.MAE;
        }
        return plain.startsWith("huber") ? RegressionLoss.HUBER : RegressionLoss.MSE;
    }

    private record Head(LayerSpec spec, Target target) {}

    /** The head that gives so many values with this function, if there is one. */
    private Optional<Head> head(Shape input, Activation activation, int units) {
        if (input instanceof Sequence sequence) {
            return activation == Activation.SOFTMAX && units > 1
                    ? Optional.of(new Head(
                            new ClassificationOutput(), Target.stepClasses(units, Math.toIntExact(sequence.length()))))
                    : Optional.empty();
        }
        if (!(input instanceof Flat)) {
            return Optional.empty();
        }
        if (activation == Activation.SOFTMAX && units > 1) {
            return Optional.of(new Head(new ClassificationOutput(), Target.classes(units)));
        }
        if (activation == Activation.SIGMOID && units == 1) {
            return Optional.of(new Head(new BinaryOutput(), Target.classes(2)));
        }
        return activation == Activation.IDENTITY
                ? Optional.of(new Head(new RegressionOutput(loss), Target.values(units)))
                : Optional.empty();
    }

    /**
     * A dense layer as a head.
     *
     * @param activation its own, or that of the layer behind it
     * @return empty if no head does what it does
     */
    Optional<Value> dense(Site site, Activation activation) {
        Value input = site.input();
        int units = site.settings().whole("units");
        return head(input.shape(), activation, units).map(head -> {
            site.draft().target(head.target());
            Value node = site.add(head.spec(), input);
            DenseMaps.weights(site, node, input, units);
            return node;
        });
    }

    /** A function at the end of a model as a head with an identity matrix. */
    Optional<Value> function(Site site, Activation activation) {
        Value input = site.input();
        int units = Site.channels(input.shape());
        return activation == Activation.IDENTITY || units > WIDEST_IDENTITY
                ? Optional.empty()
                : head(input.shape(), activation, units).map(head -> identity(site, input, head));
    }

    /** A head that gives out what it gets, behind whatever a model ends in. */
    Value behind(Site site, Value output) {
        if (output.border().isPresent()) {
            throw site.refuse("padding.alone");
        }
        if (output.shape().size() > WIDEST_IDENTITY) {
            throw site.refuse("head.wide", output.shape().text(), WIDEST_IDENTITY);
        }
        Value flat = output;
        if (!(output.shape() instanceof Flat)) {
            flat = site.add("flat", new Flatten(), output).ordered(FlatOrder.of(output.shape()));
            site.warn("head.flat", output.shape().text());
        }
        int values = Math.toIntExact(flat.shape().size());
        return identity(site, flat, new Head(new RegressionOutput(loss), Target.values(values)));
    }

    private static Value identity(Site site, Value input, Head head) {
        int units = Site.channels(input.shape());
        site.draft().target(head.target());
        Value node = site.draft().add("output", head.spec(), List.of(input), site.place());
        site.weight(node, "W", () -> input.rows(Axes.identity(units)));
        site.weight(node, "b", () -> Tensor.zeros(units));
        site.warn("head.identity");
        return node;
    }
}

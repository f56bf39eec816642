package org.vitrine.attribution.methods.rules;

import java.util.Optional;
import org.vitrine.attribution.LayerRole;
import org.vitrine.attribution.LayerRoles;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.model.Node;

/** What methods with a backward pass of their own can go back through. */
final class RuleMethod {
    private RuleMethod() {}

    /** What a method says of an activation function: a clause that says why not, or nothing. */
    @FunctionalInterface
    interface ActivationRefusal {
        Optional<String> of(Activation activation);
    }

    /** The first layer without a rule, in words. */
    static Optional<String> refusal(String method, ModelFacts model, ActivationRefusal activations) {
        for (Node node : model.layers()) {
            LayerRole role = LayerRoles.of(node.layer());
            if (role == LayerRole.NONE) {
                return Optional.of(
                        method + " has no rule for the " + node.layer().type() + " '" + node.id() + "'");
            }
            if (role == LayerRole.ACTIVATION && node.layer() instanceof ActivationLayer layer) {
                Optional<String> refusal = activations.of(layer.activation());
                if (refusal.isPresent()) {
                    return Optional.of(method + " can not pass " + layer.activation() + " of '" + named(node) + "': "
                            + refusal.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Of an activation that was split off, the layer that it stood in. */
    private static String named(Node node) {
        return node.id().parent().isPresent() && node.id().last().value().equals("activation")
                ? node.id().parent().get().value()
                : node.id().value();
    }
}

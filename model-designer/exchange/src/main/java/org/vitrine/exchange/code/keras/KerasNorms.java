package org.vitrine.exchange.code.keras;

import static org.vitrine.exchange.code.keras.KerasFunctions.hidden;
import static org.vitrine.exchange.code.keras.KerasFunctions.layer;
import static org.vitrine.exchange.code.keras.KerasFunctions.result;
import static org.vitrine.exchange.code.keras.KerasFunctions.w;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.shape.Sequence;

/** Normalisation. */
interface KerasNorms extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** The mask that the inputs have in common. */
    String commonMask();

    private Void keepsMask() {
        site().masksOutput(site().mask());
        return null;
    }

    @Override
    default Void visit(BatchNormalization spec) {
        String made = layer(
                site(),
                "BatchNormalization",
                "momentum=" + Literals.real(spec.decay()) + ", epsilon=" + Literals.real(spec.epsilon()));
        KerasFunctions.weights(
                site(), site().name(), w(site(), "gamma"), w(site(), "beta"), w(site(), "mean"), w(site(), "var"));
        String mask = site().isMasked() ? ", mask=" + site().mask() + " > 0" : "";
        result(site(), hidden(site(), made + "(" + site().in() + mask + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(LayerNormalization spec) {
        String made = layer(site(), "LayerNormalization", "epsilon=" + Literals.real(spec.epsilon()));
        KerasFunctions.weights(site(), site().name(), w(site(), "g"), w(site(), "b"));
        result(site(), hidden(site(), made + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(RmsNormalization spec) {
        String made = layer(site(), "RMSNormalization", "epsilon=" + Literals.real(spec.epsilon()));
        KerasFunctions.weights(site(), site().name(), w(site(), "g"));
        result(site(), hidden(site(), made + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(GroupNormalization spec) {
        KerasFunctions.weights(site(), site().name(), w(site(), "g"), w(site(), "b"));
        if (site().isMasked()) {
            site().use("masked_group_norm");
            result(
                    site(),
                    "MaskedGroupNormalization(" + spec.groups() + ", epsilon=" + Literals.real(spec.epsilon())
                            + ", name=\"" + site().name() + "\")(" + site().in() + ", " + site().mask() + ")");
            return keepsMask();
        }
        String made = layer(site(), "GroupNormalization", spec.groups() + ", epsilon=" + Literals.real(spec.epsilon()));
        result(site(), made + "(" + site().in() + ")");
        return keepsMask();
    }

    @Override
    default Void visit(Sampling spec) {
        site().use("sampling");
        String mask = commonMask();
        String more = mask.isEmpty() || !(site().input() instanceof Sequence) ? "" : ", " + mask;
        result(
                site(),
                "Sampling(beta=" + Literals.real(spec.beta()) + ", name=\"" + site().name() + "\")("
                        + String.join(", ", site().inputs()) + more + ")");
        site().masksOutput(mask);
        return null;
    }
}

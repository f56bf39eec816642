package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.hidden;
import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/** Normalisation. */
interface TorchNorms extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** The mask that the inputs have in common. */
    String commonMask();

    private Void keepsMask() {
        site().masksOutput(commonMask());
        return null;
    }

    private String self() {
        return "self." + site().name();
    }

    private void put(String parameter, String key) {
        site().load("put(model." + site().name() + "." + parameter + ", w[\"" + site().id() + "/" + key + "\"])");
    }

    /** Calls a module that takes channels before steps. */
    private String channelsFirst() {
        return site().input() instanceof Sequence
                ? self() + "(" + site().in() + ".transpose(1, 2)).transpose(1, 2)"
                : self() + "(" + site().in() + ")";
    }

    @Override
    default Void visit(BatchNormalization spec) {
        String arguments = site().inChannels() + ", eps=" + Literals.real(spec.epsilon()) + ", momentum="
                + Literals.real(Math.round((1 - spec.decay()) * 1e9) / 1e9) + ")";
        put("weight", "gamma");
        put("bias", "beta");
        put("running_mean", "mean");
        put("running_var", "var");
        if (site().isMasked()) {
            site().use("masked_batch_norm");
            site().declare(self() + " = MaskedBatchNorm(" + arguments);
            result(site(), self() + "(" + site().in() + ", " + site().mask() + ")");
            return keepsMask();
        }
        String type = site().input() instanceof Image ? "nn.BatchNorm2d(" : "nn.BatchNorm1d(";
        site().declare(self() + " = " + type + arguments);
        result(site(), channelsFirst());
        return keepsMask();
    }

    @Override
    default Void visit(LayerNormalization spec) {
        site().declare(self() + " = nn.LayerNorm(" + site().inChannels() + ", eps=" + Literals.real(spec.epsilon())
                + ")");
        put("weight", "g");
        put("bias", "b");
        result(site(), hidden(site(), self() + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(RmsNormalization spec) {
        site().declare(self() + " = nn.RMSNorm(" + site().inChannels() + ", eps=" + Literals.real(spec.epsilon())
                + ")");
        put("weight", "g");
        result(site(), hidden(site(), self() + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(GroupNormalization spec) {
        String arguments =
                "(" + spec.groups() + ", " + site().inChannels() + ", eps=" + Literals.real(spec.epsilon()) + ")";
        put("weight", "g");
        put("bias", "b");
        if (site().isMasked()) {
            site().use("masked_group_norm");
            site().declare(self() + " = MaskedGroupNorm" + arguments);
            result(site(), self() + "(" + site().in() + ", " + site().mask() + ")");
            return keepsMask();
        }
        site().declare(self() + " = nn.GroupNorm" + arguments);
        result(site(), channelsFirst());
        return keepsMask();
    }

    @Override
    default Void visit(Sampling spec) {
        site().use("sampling");
        site().declare(self() + " = Sampling(beta=" + Literals.real(spec.beta()) + ")");
        String mask = commonMask();
        String more = mask.isEmpty() || !(site().input() instanceof Sequence) ? "" : ", " + mask;
        result(site(), self() + "(" + String.join(", ", site().inputs()) + more + ")");
        site().masksOutput(mask);
        return null;
    }
}

package org.vitrine.exchange.code.pytorch;

import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.TransposedConvolution2D;

/** How the weights of a new model are drawn. */
final class TorchStart {
    private TorchStart() {}

    static void write(CodeWriter out, ProgramSource source) {
        out.blank()
                .blank()
                .line("@torch.no_grad()")
                .line("def initialise(model):")
                .indent();
        out.line("\"\"\"Weights as Vitrine draws them, each gate on its own; biases of zero.\"\"\"");
        String draw =
                switch (source.training().weightInit()) {
                    case XAVIER -> "nn.init.xavier_normal_(%s)";
                    case XAVIER_UNIFORM -> "nn.init.xavier_uniform_(%s)";
                    case HE -> "nn.init.kaiming_normal_(%s, nonlinearity=\"relu\")";
                    case HE_UNIFORM -> "nn.init.kaiming_uniform_(%s, nonlinearity=\"relu\")";
                    case LECUN -> "nn.init.kaiming_normal_(%s, nonlinearity=\"linear\")";
                    case NORMAL -> "nn.init.normal_(%s, std=0.05)";
                };
        out.line("for module in model.modules():").indent();
        boolean grouped = has(source, DepthwiseConvolution2D.class) || has(source, SeparableConvolution2D.class);
        boolean convolves = grouped
                || has(source, Convolution2D.class)
                || has(source, Convolution1D.class)
                || has(source, DetectionOutput.class);
        out.line("if isinstance(module, " + (convolves ? "(nn.Linear, nn.Conv1d, nn.Conv2d)" : "nn.Linear") + "):");
        out.indent();
        if (grouped) {
            out.line("for filters in module.weight.chunk(getattr(module, \"groups\", 1)):");
            out.line("    " + draw.formatted("filters"));
        } else {
            out.line(draw.formatted("module.weight"));
        }
        out.line("if module.bias is not None:")
                .line("    nn.init.zeros_(module.bias)")
                .outdent();
        if (has(source, TransposedConvolution2D.class)) {
            out.line("elif isinstance(module, nn.ConvTranspose2d):").indent();
            out.line(draw.formatted("module.weight"))
                    .line("nn.init.zeros_(module.bias)")
                    .outdent();
        }
        if (has(source, Embedding.class)) {
            out.line("elif isinstance(module, nn.Embedding):").line("    " + draw.formatted("module.weight"));
        }
        if (has(source, CenterOutput.class)) {
            out.line("elif isinstance(module, CenterHead):").line("    " + draw.formatted("module.centers"));
        }
        if (has(source, SimpleRnn.class)
                || has(source, Lstm.class)
                || has(source, Gru.class)
                || has(source, Bidirectional.class)) {
            out.line("elif isinstance(module, nn.RNNBase):").indent();
            out.line("for name, parameter in module.named_parameters():").indent();
            out.line("if name.startswith(\"bias\"):").line("    nn.init.zeros_(parameter)");
            out.line("else:").indent();
            out.line("for gate in parameter.split(module.hidden_size):").line("    " + draw.formatted("gate"));
            out.outdent().outdent().outdent();
        }
        out.outdent().outdent();
    }

    private static boolean has(ProgramSource source, Class<? extends LayerSpec> layer) {
        return !source.having(layer).isEmpty();
    }
}

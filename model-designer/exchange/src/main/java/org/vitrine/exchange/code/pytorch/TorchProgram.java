package org.vitrine.exchange.code.pytorch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Helpers;
import org.vitrine.exchange.code.Names;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.PythonWords;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.Training;

/** Writes a graph as a program for PyTorch 2.4 or newer. */
public final class TorchProgram {
    private static final Helpers HELPERS = new Helpers(TorchProgram.class, ".py");

    private final ProgramSource source;
    private final List<Site> sites;
    private final String input;

    private TorchProgram(ProgramSource source) {
        this.source = source;
        TorchLayers layers = new TorchLayers(new Names(PythonWords.reserved()), source.masked());
        this.sites = layers.write(source.steps());
        this.input = layers.input();
    }

    /** The whole program. */
    public static GeneratedCode of(ProgramSource source) {
        return new TorchProgram(source).written();
    }

    /** Imports are those that the text needs. */
    private GeneratedCode written() {
        String text = written(true, true).text();
        return written(text.contains("math."), text.contains(" F.") || text.contains("(F."));
    }

    private GeneratedCode written(boolean math, boolean functions) {
        TorchTraining training = new TorchTraining(source, input);
        CodeWriter out = new CodeWriter();
        out.line("\"\"\"" + PythonWords.plain(source.title()) + ": the model and its training in PyTorch.");
        out.blank();
        out.line(
                "Reads data.npz and, if it is there, weights.npz from the folder of this file, both written by Vitrine.");
        out.line("Needs: pip install \"torch>=2.4\" numpy");
        out.line("\"\"\"");
        out.blank();
        if (math) {
            out.line("import math");
        }
        out.line("from pathlib import Path").blank();
        out.line("import numpy as np").line("import torch").line("from torch import nn");
        if (functions) {
            out.line("from torch.nn import functional as F");
        }
        out.line("from torch.utils.data import DataLoader, TensorDataset").blank();
        out.line("FOLDER = Path(__file__).resolve().parent");
        Training.constants(out, source.training());
        Set<String> helpers = new LinkedHashSet<>(training.helpers());
        sites.forEach(site -> helpers.addAll(site.helpers()));
        for (String text : HELPERS.texts(new TreeSet<>(helpers))) {
            out.blank().blank().block(text);
        }
        model(out);
        loading(out);
        training.write(out, sites);
        return out.done();
    }

    private void model(CodeWriter out) {
        out.blank().blank().line("class Model(nn.Module):").indent();
        out.line("def __init__(self):").indent().line("super().__init__()");
        sites.forEach(site -> out.lines(site.id(), site.declared()));
        out.outdent().blank();
        out.line("def forward(self, " + input + (source.masked() ? ", mask" : "") + "):")
                .indent();
        sites.forEach(site -> out.lines(site.id(), site.forward()));
        out.line("return " + sites.get(sites.size() - 1).name());
        out.outdent().outdent();
    }

    private void loading(CodeWriter out) {
        out.blank().blank().line("def load_weights(model, file):").indent();
        out.line("\"\"\"Takes over the weights of a run.\"\"\"");
        out.line("w = np.load(file)").blank();
        out.line("def put(parameter, values):").indent();
        out.line("values = torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32))");
        out.line("parameter.data.copy_(values.reshape(parameter.shape))");
        out.outdent().blank();
        sites.forEach(site -> out.lines(site.id(), site.loads()));
        out.outdent();
    }
}

package org.vitrine.exchange.code.keras;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Helpers;
import org.vitrine.exchange.code.Names;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.PythonWords;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.Training;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Writes a graph as a program for Keras 3.9 or newer, with any of its backends. */
public final class KerasProgram {
    private static final Helpers HELPERS = new Helpers(KerasProgram.class, ".py");

    private final ProgramSource source;
    private final List<Site> sites;
    private final String input;

    private KerasProgram(ProgramSource source) throws CodeException {
        this.source = source;
        KerasLayers layers = new KerasLayers(new Names(PythonWords.reserved()), source.masked());
        this.sites = layers.write(source.steps());
        this.input = layers.input();
    }

    /**
     * The whole program.
     *
     * @throws CodeException if Keras can not do what a node asks for
     */
    public static GeneratedCode of(ProgramSource source) throws CodeException {
        return new KerasProgram(source).written();
    }

    private GeneratedCode written() {
        KerasTraining training = new KerasTraining(source);
        CodeWriter out = new CodeWriter();
        out.line("\"\"\"" + PythonWords.plain(source.title()) + ": the model and its training in Keras 3.");
        out.blank();
        out.line(
                "Reads data.npz and, if it is there, weights.npz from the folder of this file, both written by Vitrine.");
        out.line("Needs: pip install \"keras>=3.9\" numpy and a backend: jax, torch or tensorflow (see KERAS_BACKEND)");
        out.line("\"\"\"");
        out.blank();
        out.line("from pathlib import Path").blank();
        out.line("import keras")
                .line("import numpy as np")
                .line("from keras import layers, ops")
                .blank();
        out.line("FOLDER = Path(__file__).resolve().parent");
        Training.constants(out, source.training());
        out.blank().line("initializer = " + initializer());
        Set<String> helpers = new LinkedHashSet<>(training.helpers());
        sites.forEach(site -> helpers.addAll(site.helpers()));
        for (String text : HELPERS.texts(new TreeSet<>(helpers))) {
            out.blank().blank().block(text);
        }
        model(out);
        loading(out);
        training.write(out);
        return out.done();
    }

    private String initializer() {
        String name = "keras.initializers.";
        return switch (source.training().weightInit()) {
            case XAVIER -> name + "VarianceScaling(1.0, mode=\"fan_avg\", distribution=\"untruncated_normal\")";
            case XAVIER_UNIFORM -> name + "GlorotUniform()";
            case HE -> name + "VarianceScaling(2.0, mode=\"fan_in\", distribution=\"untruncated_normal\")";
            case HE_UNIFORM -> name + "HeUniform()";
            case LECUN -> name + "VarianceScaling(1.0, mode=\"fan_in\", distribution=\"untruncated_normal\")";
            case NORMAL -> name + "RandomNormal(stddev=0.05)";
        };
    }

    private void model(CodeWriter out) {
        out.blank().blank().line("def build_model():").indent();
        boolean first = true;
        for (Site site : sites) {
            out.lines(site.id(), site.forward());
            if (first && source.masked()) {
                Shape shape = source.data().input();
                long steps = shape instanceof Sequence sequence ? sequence.length() : shape.size();
                out.line("mask = keras.Input((" + steps + ",), name=\"mask\")");
            }
            first = false;
        }
        String inputs = source.masked() ? "[" + input + ", mask]" : input;
        out.line("return keras.Model(" + inputs + ", "
                + sites.get(sites.size() - 1).name() + ")");
        out.outdent();
    }

    private void loading(CodeWriter out) {
        out.blank().blank().line("def load_weights(model, file):").indent();
        out.line("\"\"\"Takes over the weights of a run.\"\"\"");
        out.line("w = np.load(file)").blank();
        out.line("def put(layer, *arrays):")
                .line("    model.get_layer(layer).set_weights(arrays)")
                .blank();
        sites.forEach(site -> out.lines(site.id(), site.loads()));
        out.outdent();
    }
}

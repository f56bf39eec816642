package org.vitrine.exchange.code.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.HeadKind;
import org.vitrine.exchange.code.Helpers;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.PythonWords;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Updater;

/**
 * Writes a graph as a program for Deeplearning4j 1.0.0-M2.1. Where stock layers, losses and updaters compute all of it right,
 * it needs nothing else; otherwise Vitrine's layers stand in for some, and Vitrine's {@code Network} trains it.
 */
public final class JavaProgram {
    /** The class of the program, and so its file. */
    public static final String CLASS = "Model";

    private static final Helpers HELPERS = new Helpers(JavaProgram.class, ".txt");
    private static final String VITRINE = "org.vitrine.";

    private final ProgramSource source;
    private final List<Site> sites;
    private final boolean stock;

    private JavaProgram(ProgramSource source) {
        this.source = source;
        String loss = stockLoss(source);
        List<Site> written = new JavaLayers(source.masked(), loss).write(source.steps());
        stock = !loss.isEmpty()
                && written.stream()
                        .flatMap(site -> site.helpers().stream())
                        .noneMatch(used -> used.startsWith(VITRINE) || used.equals("feedForward"));
        sites = stock || loss.isEmpty() ? written : new JavaLayers(source.masked(), "").write(source.steps());
    }

    /** The whole program. */
    public static GeneratedCode of(ProgramSource source) {
        return new JavaProgram(source).written(CLASS);
    }

    /** The same with another name for its class. */
    public static GeneratedCode of(ProgramSource source, String className) {
        return new JavaProgram(source).written(className);
    }

    /** Whether the program runs on Deeplearning4j alone. */
    public static boolean isStock(ProgramSource source) {
        return new JavaProgram(source).stock;
    }

    /** The loss function of Deeplearning4j that does what the head wants; empty if none does, or training needs more. */
    private static String stockLoss(ProgramSource source) {
        LayerSpec head = source.head().node().layer();
        boolean plain = source.training().clipping() != Clipping.NORM
                && source.training().updater() != Updater.MOMENTUM
                && !source.masked()
                && source.having(Input.class).size() == 1;
        if (!plain) {
            return "";
        }
        return switch (HeadKind.of(head, source.data().target())) {
            case CLASSES -> {
                ClassificationOutput classes = (ClassificationOutput) head;
                yield classes.labelSmoothing() == 0 && classes.focusing() == 0 ? "MCXENT" : "";
            }
            case BINARY -> "XENT";
            case SQUARED -> "MSE";
            case ABSOLUTE -> "MEAN_ABSOLUTE_ERROR";
            default -> "";
        };
    }

    private GeneratedCode written(String className) {
        JavaTraining training = new JavaTraining(source, stock);
        Set<String> used = new LinkedHashSet<>();
        sites.forEach(site -> used.addAll(site.helpers()));
        Set<String> types = new TreeSet<>(training.imports());
        Set<String> helpers = new TreeSet<>(training.helpers());
        for (String name : used) {
            (name.contains(".") ? types : helpers).add(name);
        }
        if (sites.stream().flatMap(site -> site.declared().stream()).anyMatch(line -> line.contains("sized("))) {
            helpers.add("sized");
        }
        boolean penalises = training.penalises();
        if (penalises) {
            helpers.add("trained");
        }
        for (String helper : helpers) {
            types.addAll(JavaTraining.importsOf(helper));
        }
        CodeWriter out = new CodeWriter();
        types.forEach(type -> out.line("import " + type + ";"));
        out.blank();
        out.line("/**");
        out.line(" * " + PythonWords.plain(source.title()).replace("*/", "* /") + ": the model and its training in "
                + (stock ? "Deeplearning4j." : "Deeplearning4j with layers of Vitrine."));
        out.line(
                " * Reads data.npz and, if it is there, weights.npz from the folder that is its argument, or from this one.");
        out.line(" */");
        out.line("public final class " + className + " {").indent();
        training.constants(out);
        out.blank().line("private " + className + "() {}");
        configuration(out, training, penalises);
        loading(out);
        training.write(out);
        for (String text : HELPERS.texts(helpers)) {
            out.blank().block(text.replace("{{terms}}", training.terms()));
        }
        return out.outdent().line("}").done();
    }

    private void configuration(CodeWriter out, JavaTraining training, boolean penalises) {
        out.blank().line("/** The network, and how it is trained for so many iterations. */");
        out.line("public static ComputationGraphConfiguration configuration(long iterations) {")
                .indent();
        out.line("return new NeuralNetConfiguration.Builder()").indent().indent();
        training.settings(out);
        out.line(".graphBuilder()");
        for (Site site : sites) {
            List<String> lines = new ArrayList<>();
            for (String line : site.declared()) {
                lines.add(line.replace(JavaSite.FROM, penalises ? "trained(" : "")
                        .replace(JavaSite.TO, penalises ? ")" : ""));
            }
            out.lines(site.id(), lines);
        }
        out.line(".setOutputs(" + JavaSite.quoted(source.head().node().id()) + ")");
        out.line(".build();").outdent().outdent().outdent().line("}");
    }

    private void loading(CodeWriter out) {
        out.blank().line("/** Takes over the weights of a run. */");
        out.line("public static void loadWeights(ComputationGraph model, Path file) throws IOException {")
                .indent();
        out.line("Map<String, INDArray> w = read(file);");
        sites.forEach(site -> out.lines(site.id(), site.loads()));
        out.outdent().line("}");
    }
}

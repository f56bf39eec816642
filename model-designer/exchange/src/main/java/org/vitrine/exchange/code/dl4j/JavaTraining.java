package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.Literals.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.HeadKind;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Training;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.shape.Image;

/** Everything but the layers: settings, data, and the loop over epochs. */
final class JavaTraining {
    private static final String LEARNING = "org.nd4j.linalg.learning.";
    private static final String NETWORK = "org.vitrine.worker.network.";

    private final ProgramSource source;
    private final TrainingSettings settings;
    private final boolean stock;
    private final HeadKind kind;
    private final LayerSpec head;

    JavaTraining(ProgramSource source, boolean stock) {
        this.source = source;
        this.settings = source.training();
        this.stock = stock;
        this.head = source.head().node().layer();
        this.kind = HeadKind.of(head, source.data().target());
    }

    boolean penalises() {
        return settings.l1() > 0 || settings.l2() > 0 || decays();
    }

    private boolean decays() {
        return settings.updater() == Updater.ADAMW && settings.weightDecay() > 0;
    }

    Set<String> helpers() {
        Set<String> helpers = new TreeSet<>(Set.of("put", "read"));
        if (stock) {
            helpers.add(
                    kind == HeadKind.CLASSES
                            ? "examples_classes"
                            : kind == HeadKind.BINARY ? "examples_binary" : "examples_values");
            helpers.add(
                    kind.isRegression()
                            ? "report_values"
                            : kind == HeadKind.BINARY ? "report_binary" : "report_classes");
        } else {
            helpers.addAll(Set.of("batch", "report_objective"));
        }
        return helpers;
    }

    /** The terms that keep weights small, as an argument list. */
    String terms() {
        List<String> terms = new ArrayList<>();
        if (settings.l1() > 0) {
            terms.add("new L1Regularization(" + real(settings.l1()) + ")");
        }
        if (settings.l2() > 0) {
            terms.add("new L2Regularization(" + real(settings.l2()) + ")");
        }
        if (decays()) {
            terms.add("new WeightDecay(" + real(settings.weightDecay()) + ", true)");
        }
        return String.join(", ", terms);
    }

    Set<String> imports() {
        Set<String> types = new TreeSet<>(Set.of(
                "java.io.IOException",
                "java.nio.file.Files",
                "java.nio.file.Path",
                "java.util.Map",
                "org.deeplearning4j.nn.conf.ComputationGraphConfiguration",
                "org.deeplearning4j.nn.conf.NeuralNetConfiguration",
                "org.deeplearning4j.nn.graph.ComputationGraph",
                "org.nd4j.linalg.api.ndarray.INDArray"));
        types.add("org.deeplearning4j.nn.weights.WeightInit");
        if (settings.weightInit() == org.vitrine.graph.model.WeightInit.NORMAL) {
            types.remove("org.deeplearning4j.nn.weights.WeightInit");
            types.add("org.deeplearning4j.nn.conf.distribution.NormalDistribution");
        }
        if (!Training.isConstant(settings)) {
            types.addAll(Set.of(
                    "org.nd4j.linalg.schedule.ISchedule",
                    "org.nd4j.shade.jackson.annotation.JsonCreator",
                    "org.nd4j.shade.jackson.annotation.JsonProperty"));
        }
        String updater =
                switch (settings.updater()) {
                    case SGD -> LEARNING + "config.Sgd";
                    case MOMENTUM -> "org.vitrine.worker.update.Momentum";
                    case NESTEROV -> LEARNING + "config.Nesterovs";
                    case RMSPROP -> LEARNING + "config.RmsProp";
                    case ADAGRAD -> LEARNING + "config.AdaGrad";
                    case ADAM, ADAMW -> LEARNING + "config.Adam";
                };
        types.add(updater);
        if (settings.updater() == Updater.MOMENTUM && Training.isConstant(settings)) {
            types.add("org.nd4j.linalg.schedule.FixedSchedule");
        }
        if (settings.l1() > 0) {
            types.add(LEARNING + "regularization.L1Regularization");
        }
        if (settings.l2() > 0) {
            types.add(LEARNING + "regularization.L2Regularization");
        }
        if (decays()) {
            types.add(LEARNING + "regularization.WeightDecay");
        }
        if (stock) {
            types.add("org.nd4j.linalg.dataset.DataSet");
            if (settings.clipping() == Clipping.VALUE) {
                types.add("org.deeplearning4j.nn.conf.GradientNormalization");
            }
        } else {
            types.addAll(Set.of(
                    NETWORK + "Network",
                    NETWORK + "Objective",
                    "java.util.ArrayList",
                    "java.util.Collections",
                    "java.util.List",
                    "java.util.Random",
                    "org.nd4j.linalg.factory.Nd4j"));
            switch (kind) {
                case CTC -> types.add(NETWORK + "CtcObjective");
                case TRIPLET -> types.addAll(Set.of(NETWORK + "TripletObjective", "org.vitrine.graph.layer.Mining"));
                case CENTER -> types.add(NETWORK + "CenterObjective");
                case DETECTION -> types.add(NETWORK + "DetectionObjective");
                case RECONSTRUCTION_BINARY, RECONSTRUCTION_SQUARED -> types.add(NETWORK + "ReconstructionObjective");
                case SQUARED, ABSOLUTE, HUBER -> types.add("org.vitrine.datasets.Scale");
                default -> {}
            }
            if (settings.clipping() != Clipping.NONE) {
                types.add("org.vitrine.graph.model.Clipping");
            }
        }
        return types;
    }

    /** What a helper needs. */
    static Set<String> importsOf(String helper) {
        return switch (helper) {
            case "read" ->
                Set.of(
                        "java.util.Collections",
                        "java.util.HashMap",
                        "java.util.zip.ZipEntry",
                        "java.util.zip.ZipFile",
                        "org.nd4j.linalg.factory.Nd4j");
            case "lstmGates" -> Set.of("org.nd4j.linalg.factory.Nd4j", "org.nd4j.linalg.indexing.NDArrayIndex");
            case "sized" -> Set.of("org.deeplearning4j.nn.conf.layers.FeedForwardLayer");
            case "trained" ->
                Set.of(
                        "java.util.List",
                        "org.deeplearning4j.nn.conf.layers.BaseLayer",
                        "org.deeplearning4j.nn.conf.layers.Layer");
            case "feedForward" -> Set.of("org.nd4j.linalg.activations.IActivation");
            case "examples_classes" -> Set.of("org.nd4j.linalg.factory.Nd4j");
            case "batch" -> Set.of("java.util.List", "org.vitrine.datasets.Batch", "org.vitrine.datasets.Tensor");
            case "report_objective" -> Set.of(NETWORK + "Score");
            default -> Set.of();
        };
    }

    void constants(CodeWriter out) {
        out.line("private static final long SEED = " + settings.seed() + ";");
        out.line("private static final int EPOCHS = " + settings.epochs() + ";");
        out.line("private static final int BATCH_SIZE = " + settings.batchSize() + ";");
        out.line("private static final double LEARNING_RATE = " + real(settings.learningRate()) + ";");
        if (settings.patience() > 0) {
            out.line("/** Epochs without a lower validation loss. */");
            out.line("private static final int PATIENCE = " + settings.patience() + ";");
        }
        if (stock && kind == HeadKind.CLASSES) {
            out.line("private static final int CLASSES = "
                    + source.data().target().size() + ";");
        }
    }

    /** The settings of the configuration that hold for all layers. */
    void settings(CodeWriter out) {
        out.line(".seed(SEED)");
        out.line(
                switch (settings.weightInit()) {
                    case XAVIER -> ".weightInit(WeightInit.XAVIER)";
                    case XAVIER_UNIFORM -> ".weightInit(WeightInit.XAVIER_UNIFORM)";
                    case HE -> ".weightInit(WeightInit.RELU)";
                    case HE_UNIFORM -> ".weightInit(WeightInit.RELU_UNIFORM)";
                    case LECUN -> ".weightInit(WeightInit.LECUN_NORMAL)";
                    case NORMAL -> ".weightInit(new NormalDistribution(0, 0.05))";
                });
        boolean constant = Training.isConstant(settings);
        String rate = constant ? "LEARNING_RATE" : "new Rate(iterations)";
        String built = constant ? ".learningRate(LEARNING_RATE)" : ".learningRateSchedule(new Rate(iterations))";
        String momentum = ", " + real(settings.momentum()) + ")";
        out.line(".updater("
                + switch (settings.updater()) {
                    case SGD -> "new Sgd(" + rate + ")";
                    case MOMENTUM ->
                        "new Momentum(" + (constant ? "new FixedSchedule(LEARNING_RATE)" : rate) + momentum;
                    case NESTEROV -> "new Nesterovs(" + rate + momentum;
                    case RMSPROP -> "RmsProp.builder()" + built + ".rmsDecay(0.9).epsilon(1e-8).build()";
                    case ADAGRAD -> "AdaGrad.builder()" + built + ".epsilon(1e-8).build()";
                    case ADAM, ADAMW -> "Adam.builder()" + built + ".build()";
                }
                + ")");
        if (!stock) {
            out.line(".miniBatch(false) // the objective gives the gradient of the mean");
        } else if (settings.clipping() == Clipping.VALUE) {
            out.line(".gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)");
            out.line(".gradientNormalizationThreshold(" + real(settings.clippingThreshold()) + ")");
        }
    }

    void write(CodeWriter out) {
        if (!stock) {
            objective(out);
        }
        new JavaLoop(settings, stock, kind, source.masked()).write(out);
        if (!Training.isConstant(settings)) {
            schedule(out);
        }
    }

    private void objective(CodeWriter out) {
        int size = source.data().target().size();
        out.blank().line("/** The loss at the end of the network. */");
        out.line("public static Objective objective(Map<String, INDArray> data) {")
                .indent();
        if (kind.isRegression()) {
            out.line("List<Scale> scales = new ArrayList<>();");
            out.line("for (int i = 0; i < " + size + "; i++) {");
            out.line("    double mean = data.get(\"target_mean\").getDouble(i);");
            out.line("    scales.add(new Scale(mean, data.get(\"target_deviation\").getDouble(i)));");
            out.line("}");
        }
        String made =
                switch (kind) {
                    case CLASSES, STEP_CLASSES -> {
                        ClassificationOutput spec = (ClassificationOutput) head;
                        yield "Objective." + (kind == HeadKind.CLASSES ? "classes(" : "stepClasses(") + size + ", "
                                + real(spec.labelSmoothing()) + ", " + real(spec.focusing()) + ")";
                    }
                    case BINARY -> "Objective.binary()";
                    case SQUARED -> "Objective.values(false, scales)";
                    case ABSOLUTE -> "Objective.values(true, scales)";
                    case HUBER -> "Objective.huber(" + real(((RegressionOutput) head).delta()) + ", scales)";
                    case CTC -> "new CtcObjective(" + size + ")";
                    case TRIPLET -> {
                        TripletOutput spec = (TripletOutput) head;
                        yield "new TripletObjective(" + spec.units() + ", " + real(spec.margin()) + ", Mining."
                                + spec.mining().name() + ")";
                    }
                    case CENTER -> {
                        CenterOutput spec = (CenterOutput) head;
                        yield "new CenterObjective(" + size + ", " + spec.units() + ", " + real(spec.weight()) + ")";
                    }
                    case DETECTION -> {
                        DetectionOutput spec = (DetectionOutput) head;
                        Image grid = (Image) source.head().output();
                        yield "new DetectionObjective(" + size + ", " + grid.height() + ", " + grid.width() + ", "
                                + real(spec.boxWeight()) + ", " + real(spec.emptyWeight()) + ")";
                    }
                    case RECONSTRUCTION_BINARY -> "new ReconstructionObjective(true)";
                    case RECONSTRUCTION_SQUARED -> "new ReconstructionObjective(false)";
                };
        out.line("return " + made + ";").outdent().line("}");
    }

    private void schedule(CodeWriter out) {
        String factor = real(settings.scheduleFactor());
        int warmup = settings.warmupIterations();
        out.blank().line("/** The learning rate: " + Training.schedule(settings) + ". */");
        out.line("public record Rate(long iterations) implements ISchedule {").indent();
        out.line("@JsonCreator");
        out.line("public Rate(@JsonProperty(\"iterations\") long iterations) {")
                .line("    this.iterations = iterations;");
        out.line("}").blank();
        out.line("@Override")
                .line("public double valueAt(int iteration, int epoch) {")
                .indent();
        if (warmup > 0) {
            out.line("if (iteration < " + warmup + ") {");
            out.line("    return LEARNING_RATE * (iteration + 1) / " + warmup + ";")
                    .line("}");
        }
        if (settings.schedule() == Schedule.COSINE) {
            String past = warmup > 0 ? "(iteration - " + warmup + ")" : "iteration";
            out.line("double progress = Math.min(1.0, " + past + " / Math.max(1.0, iterations - " + (warmup + 1)
                    + ".0));");
        }
        out.line("return LEARNING_RATE * "
                + switch (settings.schedule()) {
                    case CONSTANT -> "1.0;";
                    case STEP -> "Math.pow(" + factor + ", epoch / " + settings.scheduleEpochs() + ");";
                    case EXPONENTIAL -> "Math.pow(" + factor + ", (double) epoch / " + settings.scheduleEpochs() + ");";
                    case COSINE ->
                        "(" + factor + " + (1 - " + factor + ") * 0.5 * (1 + Math.cos(Math.PI * progress)));";
                });
        out.outdent().line("}").blank();
        out.line("@Override")
                .line("public ISchedule clone() {")
                .line("    return this;")
                .line("}");
        out.outdent().line("}");
    }
}

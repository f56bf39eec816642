package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.Literals.real;

import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.HeadKind;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.TrainingSettings;

/**
 * The main method.
 *
 * @param stock whether Deeplearning4j trains the model by itself
 */
record JavaLoop(TrainingSettings settings, boolean stock, HeadKind kind, boolean masked) {

    void write(CodeWriter out) {
        out.blank()
                .line("public static void main(String[] arguments) throws IOException {")
                .indent();
        out.line("Path folder = Path.of(arguments.length > 0 ? arguments[0] : \"\");");
        out.line("Map<String, INDArray> data = read(folder.resolve(\"data.npz\"));");
        if (stock) {
            out.line("DataSet train = examples(data, \"train\");");
            out.line("int batches = (train.numExamples() + BATCH_SIZE - 1) / BATCH_SIZE;");
            out.line("ComputationGraph model = new ComputationGraph(configuration((long) EPOCHS * batches));");
        } else {
            out.line("List<Integer> order = new ArrayList<>();");
            out.line("for (int i = 0; i < data.get(\"train_x\").size(0); i++) {")
                    .line("    order.add(i);")
                    .line("}");
            out.line("int batches = (order.size() + BATCH_SIZE - 1) / BATCH_SIZE;");
            out.line("Network model = new Network(configuration((long) EPOCHS * batches), objective(data));");
        }
        out.line("model.init();");
        out.line("Path weights = folder.resolve(\"weights.npz\");");
        out.line("if (Files.exists(weights)) {")
                .line("    loadWeights(model, weights);")
                .line("}");
        out.line("System.out.println(model.numParams() + \" parameters\");");
        if (!stock) {
            out.line("int iteration = 0;");
        }
        boolean patient = settings.patience() > 0;
        if (patient) {
            out.line("double best = Double.POSITIVE_INFINITY;").line("int bestEpoch = 0;");
            if (settings.restoreBest()) {
                out.line("INDArray bestWeights = model.params().dup();");
            }
        }
        out.line("for (int epoch = 1; epoch <= EPOCHS; epoch++) {").indent();
        epoch(out);
        String validated = "report(\"epoch \" + epoch + \": validation\", model, data, \"validation\")";
        out.line(patient ? "double loss = " + validated + ";" : validated + ";");
        if (patient) {
            out.line("if (loss < best) {").indent().line("best = loss;").line("bestEpoch = epoch;");
            if (settings.restoreBest()) {
                out.line("bestWeights = model.params().dup();");
            }
            out.outdent()
                    .line("} else if (epoch - bestEpoch >= PATIENCE) {")
                    .line("    break;")
                    .line("}");
        }
        out.outdent().line("}");
        if (patient && settings.restoreBest()) {
            out.line("model.setParams(bestWeights);");
        }
        out.line("report(\"test\", model, data, \"test\");");
        if (stock) {
            out.line("model.save(folder.resolve(\"model.zip\").toFile());");
        }
        out.outdent().line("}");
    }

    private void epoch(CodeWriter out) {
        if (stock) {
            out.line("train.shuffle(SEED + epoch);");
            out.line("for (DataSet batch : train.batchBy(BATCH_SIZE)) {")
                    .line("    model.fit(batch);")
                    .line("}");
            out.line("model.incrementEpochCount();");
            return;
        }
        out.line("Collections.shuffle(order, new Random(SEED + epoch));");
        out.line("for (int start = 0; start < order.size(); start += BATCH_SIZE) {")
                .indent();
        out.line("List<Integer> examples = order.subList(start, Math.min(order.size(), start + BATCH_SIZE));");
        out.line("Nd4j.getRandom().setSeed(SEED + iteration);");
        out.line("model.differentiate(batch(data, \"train\", examples));");
        if (settings.clipping() != Clipping.NONE) {
            out.line("model.gradients().clip(Clipping." + settings.clipping().name() + ", "
                    + real(settings.clippingThreshold()) + ", model.gradients().norm());");
        }
        out.line("model.update(iteration++, epoch - 1);").outdent().line("}");
    }
}

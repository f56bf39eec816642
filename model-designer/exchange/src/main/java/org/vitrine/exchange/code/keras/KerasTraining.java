package org.vitrine.exchange.code.keras;

import java.util.Set;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Training;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** The part of the program that comes after the model: data, loss, optimiser, fit. */
final class KerasTraining {
    private final ProgramSource source;
    private final TrainingSettings settings;
    private final KerasLoss loss;

    KerasTraining(ProgramSource source) {
        this.source = source;
        this.settings = source.training();
        this.loss = new KerasLoss(source);
    }

    Set<String> helpers() {
        return loss.helpers();
    }

    void write(CodeWriter out) {
        out.blank().blank();
        loss.write(out);
        if (!Training.isConstant(settings)) {
            schedule(out);
        }
        data(out);
        main(out);
        out.blank().blank().line("if __name__ == \"__main__\":").line("    main()");
    }

    private void schedule(CodeWriter out) {
        int warmup = settings.warmupIterations();
        out.blank()
                .blank()
                .line("class Rate(keras.optimizers.schedules.LearningRateSchedule):")
                .indent();
        out.line("\"\"\"" + capital(Training.schedule(settings)) + ".\"\"\"").blank();
        out.line("def __init__(self, batches):")
                .line("    self.batches = batches")
                .blank();
        out.line("def __call__(self, step):").indent();
        out.line("step = ops.cast(step, \"float32\")");
        String factor = Literals.real(settings.scheduleFactor());
        if (settings.schedule() == Schedule.COSINE) {
            String past = warmup > 0 ? "(step - " + warmup + ")" : "step";
            out.line("progress = ops.clip(" + past + " / max(1, EPOCHS * self.batches - " + (warmup + 1)
                    + "), 0.0, 1.0)");
            out.line("share = " + factor + " + (1 - " + factor + ") * 0.5 * (1 + ops.cos(np.pi * progress))");
        } else if (settings.schedule() == Schedule.STEP) {
            out.line("share = ops.power(" + factor + ", ops.floor(ops.floor(step / self.batches) / "
                    + settings.scheduleEpochs() + "))");
        } else if (settings.schedule() == Schedule.EXPONENTIAL) {
            out.line("share = ops.power(" + factor + ", ops.floor(step / self.batches) / " + settings.scheduleEpochs()
                    + ")");
        } else {
            out.line("share = 1.0");
        }
        if (warmup > 0) {
            out.line("share = ops.where(step < " + warmup + ", (step + 1) / " + warmup + ", share)");
        }
        out.line("return LEARNING_RATE * share").outdent();
        out.blank()
                .line("def get_config(self):")
                .line("    return {\"batches\": self.batches}")
                .outdent();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void data(CodeWriter out) {
        out.blank().blank().line("def load(data, part):").indent();
        out.line("\"\"\"The examples of a part: train, validation or test.\"\"\"");
        String x = "data[part + \"_x\"]";
        if (source.data().input() instanceof Tokens) {
            out.line("x = " + x + ".astype(\"int32\")");
        } else if (source.data().input() instanceof Sequence) {
            out.line("x = " + x + ".transpose(0, 2, 1)  # from [n, features, time]");
        } else if (source.data().input() instanceof Image) {
            out.line("x = " + x + ".transpose(0, 2, 3, 1)  # from [n, channels, height, width]");
        } else {
            out.line("x = " + x);
        }
        loss.targets(out);
        out.line(source.masked() ? "return [x, data[part + \"_mask\"]], y" : "return x, y");
        out.outdent();
    }

    private void main(CodeWriter out) {
        out.blank().blank().line("def main():").indent();
        out.line("keras.utils.set_random_seed(SEED)");
        out.line("data = np.load(FOLDER / \"data.npz\")");
        out.line("(x, y), validation, test = (load(data, part) for part in (\"train\", \"validation\", \"test\"))");
        out.line("model = build_model()");
        out.line("if (FOLDER / \"weights.npz\").exists():");
        out.line("    load_weights(model, FOLDER / \"weights.npz\")");
        regularisation(out);
        if (!Training.isConstant(settings)) {
            out.line("rate = Rate(batches=-(-len(y) // BATCH_SIZE))");
        }
        optimizer(out);
        String metrics = loss.metrics();
        out.line("model.compile(optimizer, loss=loss_of" + (metrics.isEmpty() ? "" : ", metrics=[" + metrics + "]")
                + ")");
        out.line("model.summary()");
        if (settings.patience() > 0) {
            out.line("stopping = keras.callbacks.EarlyStopping(");
            out.line("    \"val_loss\", patience=PATIENCE, restore_best_weights="
                    + Literals.python(settings.restoreBest()));
            out.line(")");
        }
        out.line("model.fit(").indent();
        out.line("x,").line("y,").line("batch_size=BATCH_SIZE,").line("epochs=EPOCHS,");
        out.line("validation_data=validation if len(validation[1]) else None,");
        if (settings.patience() > 0) {
            out.line("callbacks=[stopping],");
        }
        out.line("verbose=2,").outdent().line(")");
        out.line("model.evaluate(*test, batch_size=BATCH_SIZE, verbose=2)");
        out.line("model.save(FOLDER / \"model.keras\")").outdent();
    }

    private boolean decays() {
        return settings.updater() == Updater.ADAMW && settings.weightDecay() > 0;
    }

    private void regularisation(CodeWriter out) {
        boolean penalises = settings.l1() > 0 || settings.l2() > 0;
        if (!penalises && !decays()) {
            return;
        }
        out.line(
                "weights = [v for v in model.trainable_weights if v.name not in (\"bias\", \"beta\", \"gamma\", \"scale\")]");
        if (penalises) {
            if (settings.clipping() != Clipping.NONE) {
                out.line("# Vitrine clips before it adds the penalty's slope; Keras clips both together.");
            }
            out.line("for v in weights:");
            out.line("    v.regularizer = keras.regularizers.L1L2(l1=" + Literals.real(settings.l1()) + ", l2="
                    + Literals.real(settings.l2() / 2) + ")");
        }
    }

    private void optimizer(CodeWriter out) {
        String rate = Training.isConstant(settings) ? "LEARNING_RATE" : "rate";
        String momentum = ", momentum=" + Literals.real(settings.momentum());
        String clip =
                switch (settings.clipping()) {
                    case NONE -> "";
                    case VALUE -> ", clipvalue=" + Literals.real(settings.clippingThreshold());
                    case NORM -> ", global_clipnorm=" + Literals.real(settings.clippingThreshold());
                };
        String adam = "(" + rate + ", epsilon=1e-08";
        String made =
                switch (settings.updater()) {
                    case SGD -> "SGD(" + rate;
                    case MOMENTUM -> "SGD(" + rate + momentum;
                    case NESTEROV -> "SGD(" + rate + momentum + ", nesterov=True";
                    case RMSPROP -> "RMSprop(" + rate + ", rho=0.9, epsilon=1e-08";
                    case ADAGRAD -> "Adagrad(" + rate + ", initial_accumulator_value=0.0, epsilon=1e-08";
                    case ADAM -> "Adam" + adam;
                    case ADAMW ->
                        decays()
                                ? "AdamW" + adam + ", weight_decay=" + Literals.real(settings.weightDecay())
                                : "Adam" + adam;
                };
        if (settings.updater() == Updater.MOMENTUM && !Training.isConstant(settings)) {
            out.line(
                    "# Keras scales each gradient by the rate of its own step, Vitrine the whole momentum by the present one.");
        }
        out.line("optimizer = keras.optimizers." + made + clip + ")");
        if (decays()) {
            out.line("decayed = {v.path for v in weights}");
            out.line(
                    "optimizer.exclude_from_weight_decay([v for v in model.trainable_weights if v.path not in decayed])");
        }
    }
}

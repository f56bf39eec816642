package org.vitrine.exchange.code.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.exchange.code.CodeWriter;
import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.Training;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** The part of the program that comes after the model: data, loss, optimiser, the loop over epochs. */
final class TorchTraining {
    private final ProgramSource source;
    private final TrainingSettings settings;
    private final TorchLoss loss;

    TorchTraining(ProgramSource source, String input) {
        this.source = source;
        this.settings = source.training();
        this.loss = new TorchLoss(source);
    }

    Set<String> helpers() {
        return loss.helpers();
    }

    void write(CodeWriter out, List<Site> sites) {
        TorchStart.write(out, source);
        out.blank().blank();
        loss.write(out);
        if (!Training.isConstant(settings)) {
            schedule(out);
        }
        data(out);
        evaluation(out);
        main(out);
        out.blank().blank().line("if __name__ == \"__main__\":").line("    main()");
    }

    private void schedule(CodeWriter out) {
        out.blank().blank().line("def rate(step, batches):").indent();
        out.line("\"\"\"The learning rate as a share of LEARNING_RATE: " + Training.schedule(settings) + ".\"\"\"");
        int warmup = settings.warmupIterations();
        if (warmup > 0) {
            out.line("if step < " + warmup + ":").line("    return (step + 1) / " + warmup);
        }
        String share = Training.share(settings, "math");
        if (share.contains("progress")) {
            String past = warmup > 0 ? "step - " + warmup : "step";
            out.line("progress = min(1.0, (" + past + ") / max(1, EPOCHS * batches - " + (warmup + 1) + "))");
        }
        out.line("return " + share).outdent();
    }

    private String batch() {
        return source.masked() ? "x, y, mask" : "x, y";
    }

    private String call() {
        return source.masked() ? "model(x, mask)" : "model(x)";
    }

    private void data(CodeWriter out) {
        out.blank().blank().line("def load(data, part):").indent();
        out.line("\"\"\"The examples of a part: train, validation or test.\"\"\"");
        String x = "torch.from_numpy(data[part + \"_x\"])";
        if (source.data().input() instanceof Tokens) {
            x += ".long()";
        } else if (source.data().input() instanceof Sequence) {
            x += ".transpose(1, 2)  # from [n, features, time]";
        }
        out.line("x = " + x);
        out.line("y = " + loss.targets("data[part + \"_y\"]"));
        out.line(
                source.masked()
                        ? "return TensorDataset(x, y, torch.from_numpy(data[part + \"_mask\"]))"
                        : "return TensorDataset(x, y)");
        out.outdent();
    }

    private void evaluation(CodeWriter out) {
        out.blank()
                .blank()
                .line("@torch.no_grad()")
                .line("def evaluate(model, loader" + loss.more() + "):")
                .indent();
        out.line("\"\"\"" + loss.evaluates() + "\"\"\"");
        out.line("model.eval()");
        boolean scored = loss.hasScore();
        out.line(scored ? "loss = score = count = 0.0" : "loss = count = 0.0");
        out.line("for " + batch() + " in loader:").indent();
        out.line("outputs = " + call());
        out.line("weight = " + loss.weight());
        out.line("loss += weight * " + losses() + ".item()");
        if (scored) {
            out.line("score += " + loss.score() + ".item()");
        }
        out.line("count += weight").outdent();
        out.line(scored ? "return loss / max(1, count), " + loss.metric() : "return loss / max(1, count), math.nan");
        out.outdent();
    }

    /** The loss with what nodes inside the model add to it. */
    private String losses() {
        List<String> terms = new ArrayList<>(List.of(loss.call()));
        if (!source.having(Sampling.class).isEmpty()) {
            terms.add("sum(m.added_loss for m in model.modules() if isinstance(m, Sampling))");
        }
        return terms.size() == 1 ? terms.get(0) : "(" + String.join(" + ", terms) + ")";
    }

    private void main(CodeWriter out) {
        out.blank().blank().line("def main():").indent();
        out.line("torch.manual_seed(SEED)");
        out.line("data = np.load(FOLDER / \"data.npz\")");
        if (!loss.more().isEmpty()) {
            out.line("deviation = torch.from_numpy(data[\"target_deviation\"])  # errors in the target's own units");
        }
        out.line("train, validation, test = (load(data, part) for part in (\"train\", \"validation\", \"test\"))");
        out.line("batches = DataLoader(train, BATCH_SIZE, shuffle=True)");
        out.line("model = Model()").line("initialise(model)");
        out.line("if (FOLDER / \"weights.npz\").exists():");
        out.line("    load_weights(model, FOLDER / \"weights.npz\")");
        out.line("print(sum(p.numel() for p in model.parameters() if p.requires_grad), \"parameters\")");
        optimizer(out);
        if (!Training.isConstant(settings)) {
            out.line("schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, len(batches)))");
        }
        boolean patient = settings.patience() > 0;
        if (patient) {
            out.line("best, best_epoch, best_weights = math.inf, 0, None");
        }
        out.line("for epoch in range(1, EPOCHS + 1):").indent();
        out.line("model.train()").line("for " + batch() + " in batches:").indent();
        out.line("outputs = " + call());
        out.line("loss = " + losses());
        out.line("optimizer.zero_grad()").line("loss.backward()");
        clipping(out);
        regularisation(out);
        out.line("optimizer.step()");
        if (!Training.isConstant(settings)) {
            out.line("schedule.step()");
        }
        out.outdent();
        String more = loss.more();
        out.line("loss, score = evaluate(model, DataLoader(validation, BATCH_SIZE)" + more + ")");
        out.line("print(f\"epoch {epoch}: validation loss {loss:.4f}" + loss.shown() + "\")");
        if (patient) {
            patience(out);
        }
        out.outdent();
        if (patient && settings.restoreBest()) {
            out.line("if best_weights is not None:").line("    model.load_state_dict(best_weights)");
        }
        out.line("loss, score = evaluate(model, DataLoader(test, BATCH_SIZE)" + more + ")");
        out.line("print(f\"test loss {loss:.4f}" + loss.shown() + "\")");
        out.line("torch.save(model.state_dict(), FOLDER / \"model.pt\")").outdent();
    }

    private void patience(CodeWriter out) {
        out.line("if loss < best:").line("    best, best_epoch = loss, epoch");
        if (settings.restoreBest()) {
            out.line("    best_weights = {name: value.clone() for name, value in model.state_dict().items()}");
        } else {
            out.line("    best_weights = None");
        }
        out.line("elif epoch - best_epoch >= PATIENCE:").line("    break");
    }

    private void clipping(CodeWriter out) {
        String threshold = Literals.real(settings.clippingThreshold());
        if (settings.clipping() == Clipping.NORM) {
            out.line("nn.utils.clip_grad_norm_(model.parameters(), " + threshold + ")");
        } else if (settings.clipping() == Clipping.VALUE) {
            out.line("nn.utils.clip_grad_value_(model.parameters(), " + threshold + ")");
        }
    }

    private boolean decays() {
        return settings.updater() == Updater.ADAMW && settings.weightDecay() > 0;
    }

    private boolean penalises() {
        return settings.l1() > 0 || settings.l2() > 0;
    }

    /** After clipping and of weights alone, as Vitrine has it. */
    private void regularisation(CodeWriter out) {
        if (!penalises()) {
            return;
        }
        List<String> terms = new ArrayList<>();
        if (settings.l1() > 0) {
            terms.add(Literals.real(settings.l1()) + " * p.data.sign()");
        }
        if (settings.l2() > 0) {
            terms.add(Literals.real(settings.l2()) + " * p.data");
        }
        out.line("for p in weights:  # the slope of the penalty on weights");
        out.line("    p.grad += " + String.join(" + ", terms));
    }

    private void optimizer(CodeWriter out) {
        String parameters = "model.parameters()";
        if (decays() || penalises()) {
            out.line("weights = [p for p in model.parameters() if p.requires_grad and p.dim() > 1]");
        }
        if (decays()) {
            out.line("others = [p for p in model.parameters() if p.requires_grad and p.dim() <= 1]");
            parameters = "[{\"params\": weights, \"weight_decay\": " + Literals.real(settings.weightDecay())
                    + "}, {\"params\": others, \"weight_decay\": 0.0}]";
        }
        String momentum = ", momentum=" + Literals.real(settings.momentum());
        String rest =
                switch (settings.updater()) {
                    case SGD -> "SGD(" + parameters + ", lr=LEARNING_RATE)";
                    case MOMENTUM -> "SGD(" + parameters + ", lr=LEARNING_RATE" + momentum + ")";
                    case NESTEROV ->
                        "SGD(" + parameters + ", lr=LEARNING_RATE" + momentum
                                + (settings.momentum() > 0 ? ", nesterov=True)" : ")");
                    case RMSPROP -> "RMSprop(" + parameters + ", lr=LEARNING_RATE, alpha=0.9, eps=1e-08)";
                    case ADAGRAD -> "Adagrad(" + parameters + ", lr=LEARNING_RATE, eps=1e-08)";
                    case ADAM -> "Adam(" + parameters + ", lr=LEARNING_RATE)";
                    case ADAMW ->
                        decays()
                                ? "AdamW(" + parameters + ", lr=LEARNING_RATE)"
                                : "Adam(" + parameters + ", lr=LEARNING_RATE)";
                };
        out.line("optimizer = torch.optim." + rest);
    }
}

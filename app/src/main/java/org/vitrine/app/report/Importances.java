package org.vitrine.app.report;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.vitrine.app.explain.effects.EffectFigures;
import org.vitrine.app.explain.effects.EffectSubject;
import org.vitrine.app.explain.effects.Importance;
import org.vitrine.app.explain.effects.SessionDataQuestions;
import org.vitrine.attribution.effects.Division;
import org.vitrine.charts.effects.ImportanceBars;
import org.vitrine.datasets.Part;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent.Permuted;
import org.vitrine.runs.session.RequestRefusedException;
import org.vitrine.runs.session.SessionClient;

/** Permutation importance of models of tables, which takes a moment; of others it would take long. */
final class Importances {
    private static final double WIDTH = 720;
    private static final int EXAMPLES = 500;
    private static final int REPEATS = 5;
    private static final int MOST_COLUMNS = 40;

    private Importances() {}

    /** What counts; nothing for models of other data, and for very wide tables. */
    static List<Block> of(EffectSubject subject, SessionClient session) throws IOException {
        if (subject.importanceRefusal().isPresent()
                || subject.divisions().get(0) != Division.COLUMNS
                || subject.columns().size() > MOST_COLUMNS) {
            return List.of();
        }
        try {
            Permuted found = session.ask(
                            id -> new WorkerCommand.Permute(
                                    id, Part.TEST, "", 1, EXAMPLES, REPEATS, SessionDataQuestions.SEED),
                            Permuted.class,
                            news -> {})
                    .get();
            Importance importance = new Importance(found, subject.metric());
            ImportanceBars bars = EffectFigures.bars(subject, importance, false, "");
            return List.of(
                    new Block.Text(ReportTexts.format("importance.text", found.examples(), found.repeats())),
                    Block.Drawn.of(ReportTexts.get("importance.figure"), WIDTH, bars.height(), bars));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("The report was interrupted", "Try again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                return List.of(
                        new Block.Text(ReportTexts.format("importance.none", String.valueOf(refused.getMessage()))));
            }
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }
}

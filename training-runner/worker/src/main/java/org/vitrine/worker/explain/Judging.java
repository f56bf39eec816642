package org.vitrine.worker.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.credibility.CredibilityCard;
import org.vitrine.attribution.credibility.CredibilityMetrics;
import org.vitrine.attribution.credibility.CredibilitySummary;
import org.vitrine.attribution.credibility.Effort;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Trial;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Npy;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.Judgements;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;

/** Answers requests for the credibility of explanations. */
final class Judging {
    private static final int MOST_EXAMPLES = 10_000;
    private static final int MOST_OTHERS = 3;
    /** Methods that others are compared with, unlike each other. */
    private static final List<String> REFERENCES =
            List.of("integrated-gradients", "occlusion", "gradient-x-input", "smoothgrad");

    private final Explanations explanations;
    private final EventSink events;

    Judging(Explanations explanations, EventSink events) {
        this.explanations = explanations;
        this.events = events;
    }

    /**
     * Judges the explanation of one example.
     *
     * @throws IllegalArgumentException if it can not be explained so, in words
     * @throws CancellationException if {@code progress} stops it
     */
    SessionEvent.Judged judge(WorkerCommand.Judge question, Progress progress) {
        long began = System.nanoTime();
        ExplainedNetwork.Subject subject =
                explanations.example(question.part(), question.example()).at(question.place());
        int target = question.target() != null ? question.target() : predicted(subject);
        List<Judgements.JudgedLine> lines = new ArrayList<>();
        double all = CredibilityMetrics.all().size();
        CredibilityCard card = judge(
                subject,
                target,
                question.method(),
                question.options(),
                Effort.DEFAULT,
                share -> progress.at(lines.size() / all),
                line -> {
                    Judgements.JudgedLine told = JudgedLines.of(line);
                    lines.add(told);
                    tell(new SessionEvent.LineJudged(question.request(), told));
                });
        return new SessionEvent.Judged(
                question.request(),
                question.method(),
                question.example(),
                target,
                subject.place(),
                card.verdict().name(),
                lines,
                (System.nanoTime() - began) / 1e9);
    }

    /**
     * Judges the explanations of many examples, each of its predicted class, at its surest place where none is scored as a whole.
     *
     * @throws IllegalArgumentException if they can not be explained so, in words
     * @throws CancellationException if {@code progress} stops it
     */
    SessionEvent.JudgedMany judgeMany(WorkerCommand.JudgeMany question, Progress progress) throws IOException {
        long began = System.nanoTime();
        if (question.examples() < 1 || question.examples() > MOST_EXAMPLES) {
            throw new IllegalArgumentException("Judge 1 to " + MOST_EXAMPLES + " examples, not " + question.examples());
        }
        int size = explanations.data().part(question.part()).size();
        int count = Math.min(size, question.examples());
        if (count == 0) {
            throw new IllegalArgumentException("There are no examples in this part of the data");
        }
        CredibilitySummary summary = new CredibilitySummary();
        List<Integer> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int example = (int) ((long) i * size / count);
            ExplainedNetwork.Subject subject =
                    explanations.example(question.part(), example).at(null);
            int target = predicted(subject);
            summary.add(
                    example,
                    target,
                    subject.place(),
                    judge(
                            subject,
                            target,
                            question.method(),
                            question.options(),
                            Effort.BRIEF,
                            share -> progress.at((double) examples.size() / count),
                            line -> {}));
            examples.add(example);
        }
        Path file = explanations.files().next("judged-" + question.method() + ".npy");
        Npy.write(file, summary.values());
        return new SessionEvent.JudgedMany(
                question.request(),
                question.method(),
                examples,
                JudgedLines.of(summary),
                explanations.files().relative(file),
                (System.nanoTime() - began) / 1e9);
    }

    private int predicted(ExplainedNetwork.Subject subject) {
        return explanations.predicted(subject.model().predictions(subject.input()));
    }

    private CredibilityCard judge(
            ExplainedNetwork.Subject subject,
            int target,
            String methodId,
            Map<String, String> options,
            Effort effort,
            Progress progress,
            Consumer<Line> found) {
        AttributionMethod method = explanations.method(methodId);
        Map<String, String> ofMethod = new HashMap<>(options);
        ofMethod.keySet().removeIf(Effort::has);
        Trial trial = Trial.of(
                subject.model(),
                subject.input(),
                subject.mask(),
                target,
                subject.model().scored().readout(),
                method,
                AttributionOptions.DEFAULT
                        .with(method, ofMethod)
                        .withBackground(explanations.background(method, ofMethod))
                        .withProgress(progress),
                others(method),
                Optional.of(explanations
                        .randomised()
                        .of(subject.mask(), subject.model().scored())),
                effort.with(options));
        return CredibilityCard.judge(trial, found);
    }

    private List<AttributionMethod> others(AttributionMethod method) {
        return REFERENCES.stream()
                .filter(id -> !id.equals(method.id()))
                .flatMap(id -> AttributionMethods.byId(id).stream())
                .filter(other -> !explanations.refusals().containsKey(other.id()))
                .limit(MOST_OTHERS)
                .toList();
    }

    private void tell(RunEvent event) {
        try {
            events.write(event);
        } catch (RunException e) {
            throw new UncheckedIOException(e);
        }
    }
}

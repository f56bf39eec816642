package org.vitrine.worker.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.PlacedObjective;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.text.TextAnswers;

/** All that a trained model can be asked, by the kind of question. */
final class Questions {
    /** Finds an answer, or says in the message of an {@link IllegalArgumentException} why there is none. */
    @FunctionalInterface
    private interface Answering<Q extends WorkerCommand.Question> {
        RunEvent answer(Q question, Asked asked) throws IOException;
    }

    private final Map<Class<?>, Answering<WorkerCommand.Question>> known = new HashMap<>();
    private final Optional<Explanations> explanations;
    private final String noScore;
    private final Optional<TextAnswers> texts;

    /** @param states of training that the run kept */
    Questions(AnswerFiles files, GraphDocument document, Dataset data, Network network, PushingExamples.States states) {
        explanations = Optional.of(network)
                .filter(trained -> trained.objective() instanceof ScoredObjective
                        || trained.objective() instanceof PlacedObjective)
                .map(trained -> new Explanations(
                        files, data, ExplainedNetwork.of(document.flat().graph(), data, document.training(), trained)));
        texts = TextAnswers.of(network, data);
        LayerOutputs layers = new LayerOutputs(files, data, network);
        Attending attending = new Attending(files, data, network);
        Traces traces = new Traces(files, data, document, network);
        ModelFacts facts = new ModelFacts(document.flat().graph(), data.spec());
        NearestExamples nearest = new NearestExamples(files, data, facts, network);
        Supplier<PushingExamples> pushing = once(() -> new PushingExamples(
                files,
                data,
                facts,
                network,
                Networks.forTraining(document.flat().graph(), data, document.training(), 1),
                CpuFacts.threads(),
                states));
        on(WorkerCommand.FindNearest.class, (question, asked) -> nearest.find(question, asked.progress()));
        on(WorkerCommand.FindInfluence.class, (question, asked) -> pushing.get().find(question, asked.progress()));
        on(WorkerCommand.Attribute.class, (question, asked) -> explained().explain(question, asked.progress()));
        on(WorkerCommand.TellPlaces.class, (question, asked) -> explained().places(question));
        on(WorkerCommand.Judge.class, (question, asked) -> judging(asked).judge(question, asked.progress()));
        on(WorkerCommand.JudgeMany.class, (question, asked) -> judging(asked).judgeMany(question, asked.progress()));
        on(WorkerCommand.Predict.class, (question, asked) -> {
            facts.wholeRefusal().ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
            return explained().predict(question);
        });
        noScore = facts.refusal().orElse("No head of this model gives a score");
        Looking looking = new Looking(files, data, document.flat().graph(), network, explanations, texts);
        on(WorkerCommand.Look.class, (question, asked) -> looking.look(question, asked.progress()));
        on(WorkerCommand.Generate.class, (question, asked) -> texts().generate(
                        question, asked.news(), asked::isGivenUp));
        on(WorkerCommand.Translate.class, (question, asked) -> texts().translate(question));
        on(WorkerCommand.Trace.class, (question, asked) -> traces.trace(question));
        on(WorkerCommand.TryStep.class, (question, asked) -> traces.tryStep(question));
        on(WorkerCommand.Attend.class, (question, asked) -> attending.attend(question));
        OverallEffects effects = new OverallEffects(files, data, facts, network);
        on(WorkerCommand.Permute.class, (question, asked) -> effects.permute(question, asked.progress()));
        on(WorkerCommand.Vary.class, (question, asked) -> effects.vary(question, asked.progress()));
        Maximising maximising = new Maximising(files, document.flat().graph(), data, document.training(), network);
        on(WorkerCommand.Maximise.class, maximising::maximise);
        on(WorkerCommand.Activate.class, (question, asked) -> layers.of(question, asked.progress()));
    }

    /** Most sessions are never asked some things, which need networks of their own. */
    private static <T> Supplier<T> once(Supplier<T> making) {
        List<T> made = new ArrayList<>();
        return () -> {
            if (made.isEmpty()) {
                made.add(making.get());
            }
            return made.get(0);
        };
    }

    private <Q extends WorkerCommand.Question> void on(Class<Q> kind, Answering<Q> answering) {
        known.put(kind, (question, asked) -> answering.answer(kind.cast(question), asked));
    }

    /**
     * Finds the answer.
     *
     * @throws IllegalArgumentException if the model can not be asked so, in words
     * @throws java.util.concurrent.CancellationException if nobody waits any more
     */
    RunEvent answer(WorkerCommand.Question question, Asked asked) throws IOException {
        Answering<WorkerCommand.Question> answering = known.get(question.getClass());
        if (answering == null) {
            throw new IllegalArgumentException("This worker does not know the question "
                    + question.getClass().getSimpleName());
        }
        return answering.answer(question, asked);
    }

    /** Ids of the layers whose maps Grad-CAM and its relatives can look at. */
    List<String> featureLayers() {
        return explanations.map(Explanations::featureLayers).orElse(List.of());
    }

    /** The kinds of questions that are answered. */
    Set<Class<?>> kinds() {
        return Set.copyOf(known.keySet());
    }

    private Explanations explained() {
        return explanations.orElseThrow(() -> new IllegalArgumentException(noScore));
    }

    private Judging judging(Asked asked) {
        return new Judging(explained(), asked.news());
    }

    private TextAnswers texts() {
        return texts.orElseThrow(() -> new IllegalArgumentException("This model writes no texts"));
    }
}

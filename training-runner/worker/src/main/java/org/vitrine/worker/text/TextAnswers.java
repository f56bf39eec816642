package org.vitrine.worker.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Presentation;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;

/** Answers requests for texts. */
public final class TextAnswers {
    private static final int LONGEST = 100_000;
    private static final long NANOS_BETWEEN_PIECES = 50_000_000L;

    private final Spelling spelling;
    private final @Nullable NextToken model;
    private final @Nullable Translator translator;

    private TextAnswers(Spelling spelling, @Nullable NextToken model, @Nullable Translator translator) {
        this.spelling = spelling;
        this.model = model;
        this.translator = translator;
    }

    /** Empty if the model writes no texts. */
    public static Optional<TextAnswers> of(Network network, Dataset data) {
        DataSpec spec = data.spec();
        if (!(data.presentation() instanceof Presentation.Text text)) {
            return Optional.empty();
        }
        Spelling spelling = Spelling.of(text.vocabulary(), data.pipeline());
        if (LanguageModel.fits(spec)) {
            return Optional.of(new TextAnswers(spelling, new LanguageModel(network, spec), null));
        } else if (Translator.fits(spec)) {
            return Optional.of(new TextAnswers(spelling, null, new Translator(network, spec, text.vocabulary())));
        }
        return Optional.empty();
    }

    /**
     * Writes on from a prompt; tells the pieces on the way.
     *
     * @param givenUp whether nobody waits any more
     * @throws IllegalArgumentException if the request can not be carried out, in words
     */
    public SessionEvent.TextGenerated generate(
            WorkerCommand.Generate request, EventSink events, BooleanSupplier givenUp) throws RunException {
        if (model == null) {
            throw new IllegalArgumentException(
                    "This model can not write on from a text: it was not trained to tell the next token");
        }
        List<Integer> beginning = spelling.ids(request.prompt());
        if (beginning.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to begin with: give a prompt of one token or more");
        }
        if (request.length() < 1 || request.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A text of " + request.length() + " tokens can not be written: ask for 1 to " + LONGEST);
        }
        long began = System.nanoTime();
        Pieces pieces = new Pieces(request.request(), events);
        List<Integer> written = new TextWriter(model, spelling.vocabulary())
                .write(
                        beginning,
                        request.length(),
                        new Sampler(request.temperature(), request.topK()),
                        request.seed(),
                        chosen -> {
                            pieces.add(chosen);
                            return !givenUp.getAsBoolean();
                        });
        pieces.send();
        return new SessionEvent.TextGenerated(
                request.request(), spelling.continuation(written), written.size(), (System.nanoTime() - began) / 1e9);
    }

    /**
     * Writes the sequence that belongs to a text.
     *
     * @throws IllegalArgumentException if the request can not be carried out, in words
     */
    public SessionEvent.TextTranslated translate(WorkerCommand.Translate request) {
        if (translator == null) {
            throw new IllegalArgumentException(
                    "This model can not turn a text into another one: it was not trained from sequence to sequence");
        }
        List<Integer> source = spelling.ids(request.text());
        checkLength(translator, source.size());
        long began = System.nanoTime();
        Translator.Written written = translator.translate(source);
        return new SessionEvent.TextTranslated(
                request.request(),
                spelling.text(Arrays.stream(written.tokens()).boxed().toList()),
                written.probability(),
                (System.nanoTime() - began) / 1e9);
    }

    private static void checkLength(Translator translator, int tokens) {
        if (tokens == 0 || tokens > translator.longestSource()) {
            throw new IllegalArgumentException(
                    "The text has " + tokens + " tokens; this model takes 1 to " + translator.longestSource());
        }
    }

    /**
     * A text with what the model writes of it, as the model reads both; empty if it turns no text into another one.
     *
     * @throws IllegalArgumentException if the text is too short or too long, in words
     */
    public Optional<Example> asRead(String text) {
        if (translator == null) {
            return Optional.empty();
        }
        List<String> tokens = spelling.tokens(text);
        checkLength(translator, tokens.size());
        return Optional.of(translator.asRead(tokens));
    }

    /** Tokens on their way to the reader, a few at a time. */
    private final class Pieces {
        private final String request;
        private final EventSink events;
        private final List<TextWriter.Chosen> waiting = new ArrayList<>();
        private long sent = System.nanoTime();

        Pieces(String request, EventSink events) {
            this.request = request;
            this.events = events;
        }

        void add(TextWriter.Chosen chosen) {
            waiting.add(chosen);
            if (System.nanoTime() - sent >= NANOS_BETWEEN_PIECES) {
                try {
                    send();
                } catch (RunException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }

        void send() throws RunException {
            if (waiting.isEmpty()) {
                return;
            }
            List<Integer> ids = waiting.stream().map(TextWriter.Chosen::token).toList();
            events.write(new SessionEvent.TextSampled(
                    request,
                    spelling.continuation(ids),
                    ids.stream().map(spelling.vocabulary()::token).toList(),
                    waiting.stream().map(TextWriter.Chosen::probability).toList()));
            waiting.clear();
            sent = System.nanoTime();
        }
    }
}

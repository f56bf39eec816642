package org.vitrine.worker.words;

import java.util.List;
import org.deeplearning4j.text.sentenceiterator.SentenceIterator;
import org.deeplearning4j.text.sentenceiterator.SentencePreProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Sentences for Word2Vec, words parted by blanks: a pass to count words, then one for each epoch. Whoever listens hears of each
 * sentence that is taken and can end the passes.
 */
final class SentenceFeed implements SentenceIterator {

    /** Hears of sentences. */
    interface Listener {
        /**
         * A sentence is taken.
         *
         * @param pass 0 to count words, from 1 to train
         * @param sentence its number, from 1
         * @return whether to go on
         */
        boolean taken(int pass, int sentence);
    }

    private final List<String> sentences;
    private final Listener listener;
    private int pass;
    private int next;
    private boolean ended;

    SentenceFeed(List<List<String>> sentences, Listener listener) {
        this.sentences =
                sentences.stream().map(words -> String.join(" ", words)).toList();
        this.listener = listener;
    }

    @Override
    public synchronized String nextSentence() {
        String sentence = sentences.get(next++);
        ended = ended || !listener.taken(pass, next);
        return sentence;
    }

    @Override
    public synchronized boolean hasNext() {
        return !ended && next < sentences.size();
    }

    /** Begins the next pass; resetting twice counts once. */
    @Override
    public synchronized void reset() {
        if (next > 0) {
            pass++;
            next = 0;
        }
    }

    @Override
    public void finish() {
        // There is nothing to close.
    }

    @Override
    public @Nullable SentencePreProcessor getPreProcessor() {
        return null;
    }

    @Override
    public void setPreProcessor(SentencePreProcessor processor) {
        throw new UnsupportedOperationException("The sentences are ready");
    }
}

package org.vitrine.worker.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.sequencevectors.SequenceVectors;
import org.deeplearning4j.models.sequencevectors.enums.ListenerEvent;
import org.deeplearning4j.models.sequencevectors.interfaces.VectorsListener;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.WordSettings;
import org.vitrine.worker.train.Control;

/**
 * Word2Vec on one thread, which repeats bit by bit with the same seed. An iteration is a sentence. The losses that it reports
 * are measured on pairs of neighbours: some of the sentences that it trains on, some of every twentieth one, which it does not.
 */
final class SkipGram implements SentenceFeed.Listener, VectorsListener<VocabWord> {
    private static final int HELD_OUT = 20;
    private static final int PAIRS = 2000;
    private static final long REPORT_NANOS = 500_000_000L;
    private static final double LAST_RATE = 1e-4;

    /** What came of it. */
    record Outcome(WordVectors vectors, boolean stopped, int epochs, int iterations, double seconds) {}

    private final WordSettings settings;
    private final TrainingSettings training;
    private final Control control;
    private final EventSink events;
    private final List<List<String>> seen;
    private final List<String> words;
    private final int[] counts;
    private final PairLoss seenPairs;
    private final PairLoss heldOutPairs;
    private final Word2Vec model;
    private int iteration;
    private int epoch = 1;
    private boolean stopped;
    private long began;
    private long epochBegan;
    private long reported;

    SkipGram(
            List<List<String>> sentences,
            WordSettings settings,
            TrainingSettings training,
            Control control,
            EventSink events) {
        this.settings = settings;
        this.training = training;
        this.control = control;
        this.events = events;
        this.seen = every(sentences, false);
        Map<String, Integer> all = new HashMap<>();
        seen.forEach(sentence -> sentence.forEach(word -> all.merge(word, 1, Integer::sum)));
        this.words = all.entrySet().stream()
                .filter(entry -> entry.getValue() >= settings.leastCount())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        this.counts = words.stream().mapToInt(all::get).toArray();
        this.seenPairs = pairs(seen, 1);
        this.heldOutPairs = pairs(every(sentences, true), 2);
        this.model = new Word2Vec.Builder()
                .minWordFrequency(settings.leastCount())
                .layerSize(settings.dimensions())
                .windowSize(settings.window())
                .negativeSample(settings.negatives())
                .useHierarchicSoftmax(false)
                .learningRate(training.learningRate())
                .minLearningRate(Math.min(LAST_RATE, training.learningRate()))
                .epochs(training.epochs())
                .iterations(1)
                .seed(training.seed())
                .workers(1)
                .allowParallelTokenization(false)
                .iterate(new SentenceFeed(seen, this))
                .tokenizerFactory(new DefaultTokenizerFactory())
                .build();
        model.setEventListeners(java.util.Set.of(this));
    }

    /** Every twentieth sentence, or all others. */
    private static List<List<String>> every(List<List<String>> sentences, boolean heldOut) {
        return java.util.stream.IntStream.range(0, sentences.size())
                .filter(i -> (i % HELD_OUT == HELD_OUT - 1) == heldOut)
                .mapToObj(sentences::get)
                .toList();
    }

    private PairLoss pairs(List<List<String>> sentences, int part) {
        return PairLoss.of(
                sentences, words, counts, settings.window(), settings.negatives(), PAIRS, training.seed() + part);
    }

    /** @throws DatasetException if there are too few words to tell near from far */
    void requireWords() throws DatasetException {
        if (words.size() < 2) {
            throw new DatasetException("Only " + words.size() + " words stand " + settings.leastCount()
                    + " times or more in the text. Take a longer text, or a lower least count.");
        }
    }

    Outcome train() throws RunException {
        began = System.nanoTime();
        epochBegan = began;
        events.write(new RunEvent.TrainingStarted(
                2L * words.size() * settings.dimensions(), seen.size(), seen.size(), training.epochs(), 1, 1));
        try {
            model.fit();
        } catch (EndedException e) {
            // All epochs that are left would begin in vain.
            stopped = true;
        }
        return new Outcome(
                new WordVectors(words, counts, Tensor.of(inner(), words.size(), settings.dimensions())),
                stopped,
                Math.min(epoch, training.epochs()),
                iteration,
                (System.nanoTime() - began) / 1e9);
    }

    @Override
    public boolean taken(int pass, int sentence) {
        if (pass == 0) {
            return true;
        }
        iteration = (pass - 1) * seen.size() + sentence;
        try {
            control.look();
            control.waitWhilePaused(iteration);
            long now = System.nanoTime();
            if (now - reported >= REPORT_NANOS) {
                reported = now;
                report(now);
            }
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
        stopped = control.isStopped();
        return !stopped;
    }

    private void report(long now) throws RunException {
        int all = seen.size() * training.epochs();
        double rate = training.learningRate() * (1 - (double) iteration / all);
        double perSecond = iteration / Math.max(1e-3, (now - began) / 1e9);
        Runtime runtime = Runtime.getRuntime();
        events.write(new RunEvent.IterationDone(
                iteration,
                epoch,
                seenPairs.of(inner(), outer(), settings.dimensions()),
                Double.NaN,
                Math.max(LAST_RATE, rate),
                perSecond,
                (all - iteration) / perSecond,
                runtime.totalMemory() - runtime.freeMemory(),
                0));
    }

    @Override
    public boolean validateEvent(ListenerEvent event, long argument) {
        return event == ListenerEvent.EPOCH;
    }

    @Override
    public void processEvent(ListenerEvent event, SequenceVectors<VocabWord> vectors, long argument) {
        if (stopped) {
            throw new EndedException();
        }
        long now = System.nanoTime();
        float[] inner = inner();
        float[] outer = outer();
        iteration = epoch * seen.size();
        try {
            report(now);
            events.write(new RunEvent.EpochDone(
                    epoch,
                    iteration,
                    seenPairs.of(inner, outer, settings.dimensions()),
                    Double.NaN,
                    heldOutPairs.of(inner, outer, settings.dimensions()),
                    Double.NaN,
                    (now - epochBegan) / 1e9));
        } catch (RunException e) {
            throw new java.io.UncheckedIOException(e);
        }
        epochBegan = now;
        epoch++;
    }

    /** The user wants no further epoch. */
    private static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private float[] inner() {
        return inOurOrder(table().getSyn0().data().asFloat());
    }

    private float[] outer() {
        return inOurOrder(table().getSyn1Neg().data().asFloat());
    }

    private InMemoryLookupTable<VocabWord> table() {
        return (InMemoryLookupTable<VocabWord>) model.getLookupTable();
    }

    /** Rows of the model's table, one for each of our words. */
    private float[] inOurOrder(float[] rows) {
        int width = settings.dimensions();
        float[] ordered = new float[words.size() * width];
        for (int i = 0; i < words.size(); i++) {
            int row = model.getVocab().indexOf(words.get(i));
            System.arraycopy(rows, row * width, ordered, i * width, width);
        }
        return ordered;
    }
}

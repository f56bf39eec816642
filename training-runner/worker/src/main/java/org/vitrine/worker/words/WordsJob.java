package org.vitrine.worker.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.read.TextFile;
import org.vitrine.datasets.words.Sentences;
import org.vitrine.datasets.words.WordVectors;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.WordSettings;
import org.vitrine.worker.train.Control;

/** Trains vectors of words from a run's directory, and writes them there. */
public final class WordsJob {
    private final RunDirectory run;
    private final WordSettings settings;
    private final EventSink events;

    public WordsJob(RunDirectory run, WordSettings settings, EventSink events) {
        this.run = run;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Runs to the end, or until the user stops it; what was learned until then is kept.
     *
     * @throws DatasetException if there is no text to learn from
     * @throws IOException if the run directory can not be read or written
     */
    public void run() throws IOException, DatasetException {
        GraphDocument document = run.readDocument();
        List<List<String>> sentences = new ArrayList<>();
        for (String text : texts(document.data())) {
            sentences.addAll(Sentences.of(text));
        }
        SkipGram training = new SkipGram(sentences, settings, document.training(), Control.of(run, events), events);
        training.requireWords();
        events.write(
                new RunEvent.DataLoaded(document.data().dataset(), Fingerprints.of(sentences), sentences.size(), 0, 0));
        SkipGram.Outcome outcome = training.train();
        write(outcome.vectors());
        events.write(
                outcome.stopped()
                        ? new RunEvent.TrainingStopped(outcome.epochs(), outcome.iterations())
                        : new RunEvent.TrainingFinished(outcome.epochs(), outcome.iterations(), outcome.seconds()));
    }

    private List<String> texts(DataReference data) throws DatasetException {
        if (!settings.file().isEmpty()) {
            return List.of(TextFile.read(Path.of(settings.file())));
        }
        Stage stage = DatasetCatalogue.builtIn().raw(data).stage();
        List<String> texts = new ArrayList<>();
        for (Examples part : List.of(stage.train(), stage.validation(), stage.test())) {
            for (int i = 0; i < part.size(); i++) {
                Example example = part.example(i);
                if (!(example.value() instanceof Value.Text text)) {
                    throw new DatasetException("Data set " + data.dataset() + " holds "
                            + stage.content().text() + ". Vectors of words need texts.");
                }
                texts.add(text.text());
            }
        }
        return texts;
    }

    private void write(WordVectors vectors) throws RunException {
        try {
            Files.createDirectories(run.words());
            vectors.write(run.words());
        } catch (IOException e) {
            throw RunException.of("The vectors can not be written", run.words(), e);
        }
    }
}

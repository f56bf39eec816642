package org.vitrine.datasets.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.catalogue.audio.KeywordsSource;
import org.vitrine.datasets.catalogue.audio.SynthesisSource;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSources;
import org.vitrine.datasets.catalogue.images.DigitStripSource;
import org.vitrine.datasets.catalogue.images.EmojiSource;
import org.vitrine.datasets.catalogue.images.FacesSource;
import org.vitrine.datasets.catalogue.images.ImageSource;
import org.vitrine.datasets.catalogue.images.ShapesSource;
import org.vitrine.datasets.catalogue.images.StrokeDigitsSource;
import org.vitrine.datasets.catalogue.points.PlaneSource;
import org.vitrine.datasets.catalogue.points.PointsSource;
import org.vitrine.datasets.catalogue.ratings.RatingsSource;
import org.vitrine.datasets.catalogue.sequences.AdditionSource;
import org.vitrine.datasets.catalogue.sequences.BracketsSource;
import org.vitrine.datasets.catalogue.sequences.DatesSource;
import org.vitrine.datasets.catalogue.sequences.EchoSource;
import org.vitrine.datasets.catalogue.sequences.TokenOrderSource;
import org.vitrine.datasets.catalogue.sequences.TranslationSource;
import org.vitrine.datasets.catalogue.sequences.WordClassesSource;
import org.vitrine.datasets.catalogue.series.EquationSource;
import org.vitrine.datasets.catalogue.series.RecordSource;
import org.vitrine.datasets.catalogue.tables.TableSource;
import org.vitrine.datasets.catalogue.text.LabelledTextSource;
import org.vitrine.datasets.catalogue.text.NovelSource;
import org.vitrine.datasets.catalogue.text.SentimentGrammarSource;
import org.vitrine.datasets.catalogue.text.SentimentSource;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.importing.ImportCache;
import org.vitrine.datasets.importing.Importers;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.graph.model.DataReference;

/** The data sets that can be chosen, in the order in which they are shown. */
public final class DatasetCatalogue {
    private final List<DatasetSource> sources;
    private final Map<String, DatasetSource> byId = new HashMap<>();
    private final Map<String, Baselines> baselines = BaselineTable.read();

    public DatasetCatalogue(List<DatasetSource> sources) {
        this.sources = List.copyOf(sources);
        for (DatasetSource source : sources) {
            if (byId.put(source.descriptor().id(), source) != null) {
                throw new IllegalArgumentException(
                        "Two data sets are called " + source.descriptor().id());
            }
        }
    }

    /** The data sets of this program, the user's own files, and those that have to be downloaded first. */
    public static DatasetCatalogue builtIn() {
        return with(
                Importers.all(new ImportCache(DownloadCache.standard().root().resolve("imports"))));
    }

    /** The data sets of this program, and the user's own files with these importers. */
    public static DatasetCatalogue with(Importers importers) {
        List<DatasetSource> all = new ArrayList<>(List.of(
                ImageSource.mnist(),
                ImageSource.fashion(),
                ImageSource.smallDigits(),
                StrokeDigitsSource.easy(),
                StrokeDigitsSource.hard(),
                new EmojiSource(),
                new ShapesSource(),
                new DigitStripSource(),
                FacesSource.known(),
                FacesSource.strangers(),
                new KeywordsSource(),
                SynthesisSource.tones(),
                SynthesisSource.vowels(),
                new SentimentSource(),
                new SentimentGrammarSource(),
                LabelledTextSource.wordnetTopics(),
                LabelledTextSource.surnames(),
                LabelledTextSource.emojiNames(),
                new TokenOrderSource(),
                new BracketsSource(),
                NovelSource.characters(),
                NovelSource.words(),
                new EchoSource(),
                new WordClassesSource(),
                new DatesSource(),
                new TranslationSource(),
                new AdditionSource(),
                TableSource.iris(),
                TableSource.wine(),
                TableSource.breastCancer(),
                TableSource.penguins(),
                TableSource.weatherKind(),
                TableSource.diabetes(),
                TableSource.cars(),
                RecordSource.co2(),
                RecordSource.sunspots(),
                RecordSource.airPassengers(),
                RecordSource.seattleWeather(),
                EquationSource.sines(),
                EquationSource.mackeyGlass(),
                EquationSource.lorenz(),
                new RatingsSource(),
                PointsSource.moons(),
                PointsSource.circles(),
                PointsSource.spirals(),
                PointsSource.xor(),
                PointsSource.gaussians(),
                new PlaneSource()));
        all.addAll(DownloadedSources.of(RemoteCatalogue.builtIn(), DownloadCache.standard()));
        all.addAll(importers.importers());
        return new DatasetCatalogue(all);
    }

    public List<DatasetSource> sources() {
        return sources;
    }

    /**
     * The data set of this id.
     *
     * @throws DatasetException if there is none; the message lists what there is
     */
    public DatasetSource byId(String id) throws DatasetException {
        DatasetSource source = byId.get(id);
        if (source == null) {
            throw new DatasetException("There is no data set \"" + id + "\". There are: "
                    + String.join(
                            ", ", sources.stream().map(s -> s.descriptor().id()).toList()) + ".");
        }
        return source;
    }

    /** What simple models score on a data set; empty for the user's own data and what was not measured. */
    public Optional<Baselines> baselines(String id) {
        return Optional.ofNullable(baselines.get(id));
    }

    /**
     * Reads or generates a data set and takes its steps. May take seconds: never call it on the FX thread. Honours
     * interruption.
     *
     * @throws DatasetException if something does not fit: what, where, how to fix
     */
    public Dataset load(DataReference reference) throws DatasetException {
        return Pipelines.fit(raw(reference), reference.steps());
    }

    /** The same with steps that were fitted before, such as those of a trained model. */
    public Dataset load(DataReference reference, Pipeline pipeline) throws DatasetException {
        return Pipelines.applied(raw(reference), pipeline.steps());
    }

    /** A data set before its steps. */
    public RawDataset raw(DataReference reference) throws DatasetException {
        return byId(reference.dataset()).read(reference.options());
    }
}

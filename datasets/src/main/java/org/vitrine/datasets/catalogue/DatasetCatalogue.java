package org.vitrine.datasets.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;

/** The data sets that can be chosen, in the order in which they are shown. */
public final class DatasetCatalogue {
    private final List<DatasetSource> sources;
    private final Map<String, DatasetSource> byId = new HashMap<>();

    public DatasetCatalogue(List<DatasetSource> sources) {
        this.sources = List.copyOf(sources);
        for (DatasetSource source : sources) {
            if (byId.put(source.descriptor().id(), source) != null) {
                throw new IllegalArgumentException(
                        "Two data sets are called " + source.descriptor().id());
            }
        }
    }

    /** The data sets of this program and the user's own table. */
    public static DatasetCatalogue builtIn() {
        return new DatasetCatalogue(List.of(
                ImageSource.mnist(),
                ImageSource.fashion(),
                ImageSource.smallDigits(),
                new ShapesSource(),
                new DigitStripSource(),
                new SentimentSource(),
                new TokenOrderSource(),
                new NextCharacterSource(),
                new EchoSource(),
                TableSource.iris(),
                TableSource.wine(),
                TableSource.breastCancer(),
                TableSource.penguins(),
                TableSource.diabetes(),
                PointsSource.moons(),
                PointsSource.circles(),
                PointsSource.spirals(),
                PointsSource.xor(),
                PointsSource.gaussians(),
                new PlaneSource(),
                new CsvSource()));
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
}

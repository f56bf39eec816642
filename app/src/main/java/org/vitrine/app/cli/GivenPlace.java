package org.vitrine.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.datasets.Dataset;
import picocli.CommandLine.Option;

/** The option that says which step, pixel, cell or value of an answer is explained. */
final class GivenPlace {
    @Option(names = "--place", paramLabel = "P", descriptionKey = "place")
    private @Nullable String place;

    /** The number of the place that was given; null if none was. */
    @Nullable
    Integer of(ModelFacts model) throws BadInputException {
        if (place == null) {
            return null;
        }
        Optional<Places> places = Places.of(model);
        if (places.isEmpty()) {
            throw new BadInputException(CliTexts.get("place.none"));
        }
        if (!place.matches("\\d{1,9}(,\\d{1,9}){0,2}")) {
            throw new BadInputException(
                    CliTexts.format("place.wrong", place, places.get().axes().size()));
        }
        try {
            return places.get()
                    .place(Arrays.stream(place.split(",", -1))
                            .mapToInt(number -> Integer.parseInt(number) - 1)
                            .toArray());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage() + ".", e);
        }
    }

    /** Names of what can be explained: classes, labels or values, at a place or of the example. */
    static List<String> targets(ModelFacts model, Dataset dataset) {
        return PlaceNames.of(model, dataset).map(PlaceNames::scores).orElse(dataset.targetNames());
    }
}

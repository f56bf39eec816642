package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;

/**
 * A kind of step between a data set and the network. To add one: implement this, name it in {@link Steps}, and write its title
 * and help in {@code steps.properties}.
 */
public interface Step {
    /** The name used in files, such as {@code tokenise}. */
    String id();

    List<DatasetOption> options();

    /** Why it can not come here, in words for people; empty if it can. */
    Optional<String> misfit(Content content, Targets targets);

    /**
     * Finds its numbers on the training part alone.
     *
     * @throws DatasetException if the options do not fit the data: what, where, how to fix
     */
    FittedStep fit(Stage before, Options options) throws DatasetException;

    /** What {@link #fit} gives: a record that can be written as JSON. */
    Class<? extends FittedStep> fittedType();
}

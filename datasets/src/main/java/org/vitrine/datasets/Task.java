package org.vitrine.datasets;

/** What a data set asks for; groups the catalogue. */
public enum Task {
    IMAGE_CLASSIFICATION,
    TEXT_CLASSIFICATION,
    SEQUENCE_CLASSIFICATION,
    NEXT_STEP,
    /**
     * Tokens to tokens, of one vocabulary: inputs [source, padded | {@link Vocabulary#START}, the target without its last
     * token], targets at the second part's steps, ended by {@link Vocabulary#END} and -1.
     */
    SEQUENCE_TO_SEQUENCE,
    LABEL_ROWS,
    OBJECT_DETECTION,
    TABLE_CLASSIFICATION,
    TABLE_REGRESSION,
    POINTS_CLASSIFICATION,
    POINTS_REGRESSION
}

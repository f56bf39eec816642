package org.vitrine.datasets;

/** What a data set asks for; groups the catalogue. */
public enum Task {
    IMAGE_CLASSIFICATION,
    /** Classes that the test part does not share with the training part: do two pictures show the same one? */
    VERIFICATION,
    SOUND_CLASSIFICATION,
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
    /** What will the next values be? */
    FORECASTING,
    /** Which value does a user give to an item? */
    RECOMMENDATION,
    POINTS_CLASSIFICATION,
    POINTS_REGRESSION
}

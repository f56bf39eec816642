package org.vitrine.datasets;

/** What a data set asks for; groups the catalogue. */
public enum Task {
    IMAGE_CLASSIFICATION,
    TEXT_CLASSIFICATION,
    SEQUENCE_CLASSIFICATION,
    NEXT_STEP,
    LABEL_ROWS,
    OBJECT_DETECTION,
    TABLE_CLASSIFICATION,
    TABLE_REGRESSION,
    POINTS_CLASSIFICATION,
    POINTS_REGRESSION
}

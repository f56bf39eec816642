package org.vitrine.app.data.catalogue;

import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.Task;

/** What the examples of a data set are; the catalogue is filtered by it. */
public enum DataKind {
    IMAGES("mdi2i-image-outline"),
    SOUNDS("mdi2w-waveform"),
    TEXTS("mdi2t-text-box-outline"),
    SEQUENCES("mdi2o-order-alphabetical-ascending"),
    TABLES("mdi2t-table"),
    SERIES("mdi2c-chart-timeline-variant"),
    RATINGS("mdi2s-star-outline"),
    POINTS("mdi2s-scatter-plot-outline");

    private final String icon;

    DataKind(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String title() {
        return Texts.get("data.kind." + name());
    }

    public static DataKind of(Task task) {
        return switch (task) {
            case IMAGE_CLASSIFICATION, OBJECT_DETECTION, VERIFICATION -> IMAGES;
            case SOUND_CLASSIFICATION -> SOUNDS;
            case TEXT_CLASSIFICATION -> TEXTS;
            case SEQUENCE_CLASSIFICATION, NEXT_STEP, SEQUENCE_TO_SEQUENCE, LABEL_ROWS -> SEQUENCES;
            case TABLE_CLASSIFICATION, TABLE_REGRESSION -> TABLES;
            case FORECASTING -> SERIES;
            case RECOMMENDATION -> RATINGS;
            case POINTS_CLASSIFICATION, POINTS_REGRESSION -> POINTS;
        };
    }
}

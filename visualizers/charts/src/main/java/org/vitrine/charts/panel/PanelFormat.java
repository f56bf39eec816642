package org.vitrine.charts.panel;

/** What panels are written as. */
public enum PanelFormat {
    PNG("png"),
    SVG("svg"),
    PDF("pdf"),
    /** The numbers. */
    CSV("csv");

    private final String extension;

    PanelFormat(String extension) {
        this.extension = extension;
    }

    /** The end of file names, without the dot. */
    public String extension() {
        return extension;
    }
}

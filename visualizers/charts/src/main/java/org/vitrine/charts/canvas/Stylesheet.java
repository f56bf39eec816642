package org.vitrine.charts.canvas;

import java.net.URL;
import java.util.Objects;

/** The style sheet of all views of this module; each view brings it along, so that nobody has to add it to a scene. */
public final class Stylesheet {
    private static final String FILE = "/org/vitrine/charts/charts.css";

    private Stylesheet() {}

    public static String url() {
        URL url = Objects.requireNonNull(Stylesheet.class.getResource(FILE), FILE);
        return url.toExternalForm();
    }
}

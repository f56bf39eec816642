package org.vitrine.datasets.download;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read about downloads, from {@code download.properties}. */
public final class DownloadTexts {
    private static final double KILO = 1000;

    private final ResourceBundle bundle;

    public DownloadTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.datasets.download.download", locale);
    }

    /** One sentence: what is in it. */
    public String summary(RemoteDataset dataset) {
        return bundle.getString(dataset.id() + ".summary");
    }

    public String warning(RemoteWarning warning) {
        return bundle.getString("warning." + warning);
    }

    /** All that should be known before the data set is downloaded. */
    public List<String> warnings(RemoteDataset dataset) {
        return dataset.warnings().stream().map(this::warning).toList();
    }

    public String stage(DownloadProgress.Stage stage) {
        return bundle.getString("stage." + stage);
    }

    /** The size in MB or GB, or that it is not known. */
    public String size(RemoteDataset dataset) {
        return dataset.bytes().isPresent() ? bytes(dataset.bytes().getAsLong()) : bundle.getString("size.unknown");
    }

    /** A number of bytes with three digits and a unit. */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        String format = unit == 0 || value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, value, units[unit]);
    }
}

package org.vitrine.app.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What the workbench remembers.
 *
 * @param recent paths of documents, last opened first
 * @param device the wished device, as {@link org.vitrine.runs.Device#parse} reads it
 */
public record Settings(Theme theme, List<String> recent, String device, double width, double height) {
    private static final int MOST_RECENT = 8;

    public static final Settings DEFAULT = new Settings(Theme.LIGHT, List.of(), "cpu", 1280, 800);

    public Settings {
        recent = List.copyOf(recent);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, recent, device, width, height);
    }

    public Settings withDevice(String newDevice) {
        return new Settings(theme, recent, newDevice, width, height);
    }

    public Settings withSize(double newWidth, double newHeight) {
        return new Settings(theme, recent, device, newWidth, newHeight);
    }

    /** Puts a path first among the recent ones. */
    public Settings withRecent(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        paths.add(0, path);
        return new Settings(theme, paths.subList(0, Math.min(paths.size(), MOST_RECENT)), device, width, height);
    }
}

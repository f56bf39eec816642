package org.vitrine.app;

import java.util.Locale;
import java.util.Map;

/** Tells whether a window can be shown. */
final class Display {
    private Display() {}

    /** Looks at this process's environment. */
    static boolean isPresent() {
        return isPresent(
                System.getProperty("os.name"),
                System.getenv(),
                System.getProperty("glass.platform", ""),
                Boolean.getBoolean("vitrine.headless"));
    }

    /**
     * Windows and macOS always have one; elsewhere JavaFX needs X11, which Wayland desktops offer too.
     *
     * @param glassPlatform tests draw into memory with Monocle
     * @param refused the user wants no window
     */
    static boolean isPresent(
            String operatingSystem, Map<String, String> environment, String glassPlatform, boolean refused) {
        if (refused) {
            return false;
        }
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                || system.startsWith("mac")
                || glassPlatform.equalsIgnoreCase("Monocle")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}

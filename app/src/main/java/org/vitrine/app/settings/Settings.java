package org.vitrine.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.app.dock.DockLayout;
import org.vitrine.editor.plan.EdgeStyle;

/**
 * What the workbench remembers.
 *
 * @param recent paths of documents, last opened first
 * @param edges how edges run on the canvas
 * @param motion whether things glide to show where they went
 * @param textPercent the size of text, and with it of the window's parts: 100 to 200
 * @param layouts of panels that a person moved, by stage
 * @param device the wished device, as {@link org.vitrine.runs.Device#parse} reads it
 */
public record Settings(
        Theme theme,
        List<String> recent,
        String device,
        double width,
        double height,
        EdgeStyle edges,
        boolean motion,
        int textPercent,
        Map<String, DockLayout> layouts) {
    private static final int MOST_RECENT = 8;
    private static final int LEAST_PERCENT = 100;
    private static final int MOST_PERCENT = 200;
    private static final int PERCENT_STEP = 25;

    public static final Settings DEFAULT =
            new Settings(Theme.LIGHT, List.of(), "cpu", 1280, 800, EdgeStyle.CURVED, true, 100, Map.of());

    public Settings {
        recent = List.copyOf(recent);
        layouts = Map.copyOf(layouts);
        textPercent = Math.max(LEAST_PERCENT, Math.min(MOST_PERCENT, textPercent));
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, recent, device, width, height, edges, motion, textPercent, layouts);
    }

    public Settings withDevice(String newDevice) {
        return new Settings(theme, recent, newDevice, width, height, edges, motion, textPercent, layouts);
    }

    public Settings withSize(double newWidth, double newHeight) {
        return new Settings(theme, recent, device, newWidth, newHeight, edges, motion, textPercent, layouts);
    }

    /** Puts a path first among the recent ones. */
    public Settings withRecent(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        paths.add(0, path);
        List<String> kept = paths.subList(0, Math.min(paths.size(), MOST_RECENT));
        return new Settings(theme, kept, device, width, height, edges, motion, textPercent, layouts);
    }

    public Settings withOtherEdges() {
        EdgeStyle other = edges == EdgeStyle.CURVED ? EdgeStyle.ORTHOGONAL : EdgeStyle.CURVED;
        return new Settings(theme, recent, device, width, height, other, motion, textPercent, layouts);
    }

    public Settings withMotion(boolean wanted) {
        return new Settings(theme, recent, device, width, height, edges, wanted, textPercent, layouts);
    }

    /** Text a step larger, or smaller for -1. */
    public Settings withText(int steps) {
        int percent = textPercent + steps * PERCENT_STEP;
        return new Settings(theme, recent, device, width, height, edges, motion, percent, layouts);
    }

    public Settings withLayout(String stage, DockLayout layout) {
        Map<String, DockLayout> changed = new LinkedHashMap<>(layouts);
        changed.put(stage, layout);
        return new Settings(theme, recent, device, width, height, edges, motion, textPercent, changed);
    }

    /** With the standard layout of a stage. */
    public Settings withoutLayout(String stage) {
        Map<String, DockLayout> changed = new LinkedHashMap<>(layouts);
        changed.remove(stage);
        return new Settings(theme, recent, device, width, height, edges, motion, textPercent, changed);
    }
}

package org.vitrine.datasets.download.unpack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vitrine.datasets.DatasetException;

/** The name of an archive's entry, safe on every system: it stays inside the folder that it is unpacked to. */
final class EntryName {
    private static final int LONGEST_PART_BYTES = 255;
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 32;
    private static final int SHOWN = 60;
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private EntryName() {}

    /**
     * The folders and the file of an entry. A backslash separates too, since it does on Windows.
     *
     * @param archive how messages call the archive
     * @return at least one part, or none for the archive's own root
     * @throws DatasetException if the name could leave the folder or does not work everywhere
     */
    static List<String> parts(String name, String archive) throws DatasetException {
        if (name.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw refused(name, archive, "holds a control character");
        }
        if (name.length() > LONGEST) {
            throw refused(name, archive, "is longer than " + LONGEST + " characters");
        }
        if (name.startsWith("/") || name.startsWith("\\")) {
            throw refused(name, archive, "is absolute");
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("[/\\\\]+")) {
            if (!part.isEmpty() && !part.equals(".")) {
                check(part, name, archive);
                parts.add(part);
            }
        }
        if (parts.size() > DEEPEST) {
            throw refused(name, archive, "is more than " + DEEPEST + " folders deep");
        }
        return parts;
    }

    private static void check(String part, String name, String archive) throws DatasetException {
        if (part.equals("..")) {
            throw refused(name, archive, "leads out of the folder");
        }
        if (part.indexOf(':') >= 0) {
            throw refused(name, archive, "holds a colon, which names a drive on Windows");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART_BYTES) {
            throw refused(name, archive, "has a part of more than " + LONGEST_PART_BYTES + " bytes");
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            throw refused(name, archive, "has a part that ends with a dot or a blank, which Windows drops");
        }
        if (isDevice(part)) {
            throw refused(name, archive, "names a device of Windows");
        }
    }

    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        String stem = (dot < 0 ? part : part.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(COM|LPT)[0-9\u00B9\u00B2\u00B3]");
    }

    static DatasetException refused(String name, String archive, String why) {
        return new DatasetException("Archive " + archive + " was not unpacked: the name of its entry " + shown(name)
                + " " + why + ". An honest archive has no such entry; do not use this file.");
    }

    /** A name as it can be shown: short, and without what could act on a terminal. */
    static String shown(String name) {
        String start = name.length() > SHOWN ? name.substring(0, SHOWN) + "\u2026" : name;
        StringBuilder text = new StringBuilder("\"");
        start.codePoints()
                .forEach(c -> text.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c));
        return text.append('"').toString();
    }
}

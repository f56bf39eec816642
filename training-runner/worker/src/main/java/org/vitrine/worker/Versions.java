package org.vitrine.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of what a run depends on. Loads no native code. */
public final class Versions {
    private static final Pattern ENGINE = Pattern.compile("deeplearning4j-nn-([^/\\\\]+?)\\.jar");

    private Versions() {}

    /** Library name to version. */
    public static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        Matcher engine = ENGINE.matcher(System.getProperty("java.class.path"));
        versions.put("deeplearning4j", engine.find() ? engine.group(1) : "unknown");
        return versions;
    }
}

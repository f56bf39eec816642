package org.vitrine.worker.device;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of what a run depends on. Loads no native code. */
public final class Versions {

    private Versions() {}

    /** Library name to version. */
    public static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("deeplearning4j", ofJar("deeplearning4j-nn", "org/deeplearning4j/nn/api/Layer.class"));
        versions.put("onednn", ofJar("dnnl", "org/bytedeco/dnnl/global/dnnl.class"));
        return versions;
    }

    /** From the name of the jar that a class lies in: libraries of this engine have no version in their manifests. */
    private static String ofJar(String library, String resource) {
        URL place = Versions.class.getClassLoader().getResource(resource);
        Matcher name = Pattern.compile("/" + Pattern.quote(library) + "-([^/]+?)\\.jar!")
                .matcher(String.valueOf(place));
        return name.find() ? name.group(1) : "unknown";
    }
}

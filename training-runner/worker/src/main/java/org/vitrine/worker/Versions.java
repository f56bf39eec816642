package org.vitrine.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Versions of what a run depends on. Loads no native code. */
final class Versions {
    private Versions() {}

    static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        String engine = ComputationGraph.class.getPackage().getImplementationVersion();
        versions.put("deeplearning4j", engine == null ? "unknown" : engine);
        return versions;
    }
}

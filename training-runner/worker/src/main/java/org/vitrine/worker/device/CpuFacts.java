package org.vitrine.worker.device;

import java.io.File;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processor as a device, in words. Loads no native code. */
public final class CpuFacts {
    private static final Pattern LIBRARY = Pattern.compile(
            "nd4j-native-\\d[^" + Pattern.quote(File.separator) + "]*-(?:x86_64|arm64)((?:-[a-z0-9]+)*)\\.jar");

    private CpuFacts() {}

    /** Such as {@code CPU, 2 threads, oneDNN, AVX2}. */
    public static String name() {
        return name(
                System.getProperty("java.class.path"),
                System.getenv(),
                Runtime.getRuntime().availableProcessors());
    }

    static String name(String classPath, Map<String, String> environment, int processors) {
        String threads = environment.getOrDefault("OMP_NUM_THREADS", Integer.toString(processors));
        String words = "CPU, " + threads + (threads.equals("1") ? " thread" : " threads");
        Matcher library = LIBRARY.matcher(classPath);
        if (!library.find()) {
            return words;
        }
        for (String part : library.group(1).split("-", -1)) {
            words += part.isEmpty()
                    ? ""
                    : ", " + (part.equals("onednn") ? "oneDNN" : part.toUpperCase(java.util.Locale.ROOT));
        }
        return words;
    }
}

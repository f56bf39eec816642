package org.vitrine.worker.device;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor as a device, in words. Loads no native code. */
public final class CpuFacts {
    private static final Logger LOG = LoggerFactory.getLogger(CpuFacts.class);
    private static final Pattern LIBRARY = Pattern.compile(
            "nd4j-native-\\d[^" + Pattern.quote(File.separator) + "]*-(?:x86_64|arm64)((?:-[a-z0-9]+)*)\\.jar");

    private CpuFacts() {}

    /** Threads that share a batch, as the launcher told; 1 where it did not. */
    public static int threads() {
        return Math.max(1, Integer.getInteger("vitrine.threads", 1));
    }

    /** The kind of processor, as the system names it. */
    public static String processor() {
        Path facts = Path.of("/proc/cpuinfo");
        if (Files.isReadable(facts)) {
            try (Stream<String> lines = Files.lines(facts)) {
                Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
                if (model.isPresent()) {
                    return model.get();
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("{} can not be read", facts, e);
            }
        }
        return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
    }

    /** Such as {@code CPU, 2 threads, oneDNN, AVX2}. */
    public static String name() {
        return name(System.getProperty("java.class.path"), threads());
    }

    static String name(String classPath, int threads) {
        String words = "CPU, " + threads + (threads == 1 ? " thread" : " threads");
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

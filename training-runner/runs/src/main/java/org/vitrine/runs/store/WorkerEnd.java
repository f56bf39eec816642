package org.vitrine.runs.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out why a worker ended without a word. */
public final class WorkerEnd {
    private static final int TAIL = 16_384;
    private static final long LITTLE_SPACE = 16L << 20;
    private static final List<String> OUT_OF_MEMORY = List.of(
            "OutOfMemoryError",
            "Could not reserve enough space",
            "insufficient memory for the Java Runtime",
            "Cannot allocate memory",
            "Physical memory usage is too high");
    private static final List<String> CRASH = List.of(
            "A fatal error has been detected", "SIGSEGV", "SIGILL", "SIGBUS", "SIGABRT", "EXCEPTION_ACCESS_VIOLATION");

    private WorkerEnd() {}

    /** Why the worker of a run ended, and how to go on. */
    static Failure diagnose(WorkerFiles files, RunState state) {
        Cause cause = cause(files);
        return new Failure(state.endedWithoutAWord() + cause.what(), cause.cure() + state.wayOn());
    }

    /** A sentence on why a worker ended that begins with {@code what}. */
    public static String reason(WorkerFiles files, String what) {
        return what + cause(files).what();
    }

    private record Cause(String what, String cure) {}

    private static Cause cause(WorkerFiles files) {
        String log = sinceLaunch(tail(files.logFile()));
        Optional<String> memory = lineWith(log, OUT_OF_MEMORY);
        if (memory.isPresent()) {
            return new Cause(
                    ": out of memory (" + memory.get() + ")",
                    "Use a smaller batch or graph, or allow workers more memory in the settings. ");
        }
        Optional<String> crash = lineWith(log + '\n' + head(files.crashFile()), CRASH);
        if (crash.isPresent()) {
            return new Cause(": native code crashed (" + crash.get() + "; details in " + files.crashFile() + ")", "");
        }
        if (usableSpace(files.path()) < LITTLE_SPACE) {
            return new Cause(": the disk that holds " + files.path() + " is full", "Free some space. ");
        }
        String last = lastRemark(log).map(line -> "; its log ends: " + line).orElse("");
        return new Cause(" (killed, or out of memory)" + last, "");
    }

    /** What earlier workers of the run printed is not the cause. */
    private static String sinceLaunch(String log) {
        int mark = log.lastIndexOf(WorkerFiles.LAUNCH_MARK);
        int end = mark < 0 ? -1 : log.indexOf('\n', mark);
        return end < 0 ? log : log.substring(end + 1);
    }

    private static Optional<String> lineWith(String log, List<String> signs) {
        return log.lines()
                .filter(line -> signs.stream().anyMatch(line::contains))
                .findFirst()
                .map(line -> shortened(line.replaceFirst("^[#\\s]+", "")));
    }

    /** The last line, unless it belongs to the routine of a library. */
    private static Optional<String> lastRemark(String log) {
        String remark = "";
        for (String line : log.lines().filter(line -> !line.isBlank()).toList()) {
            boolean routine = line.contains(" INFO ") || line.contains(" DEBUG ");
            remark = routine ? "" : line.strip();
        }
        return remark.isEmpty() ? Optional.empty() : Optional.of(shortened(remark));
    }

    private static String shortened(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }

    private static String tail(Path file) {
        return part(file, Math.max(0, size(file) - TAIL));
    }

    private static String head(Path file) {
        return part(file, 0);
    }

    private static String part(Path file, long from) {
        if (!Files.isReadable(file)) {
            return "";
        }
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            reading.seek(from);
            byte[] bytes = new byte[(int) Math.min(TAIL, reading.length() - from)];
            reading.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The log only adds detail: without it the failure is told all the same.
            return "";
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static long usableSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}

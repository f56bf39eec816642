package org.vitrine.runs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something about a run that did not work; the message says what, where and how to fix it. */
public final class RunException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String cure;

    public RunException(String what, String cure) {
        this(what, cure, null);
    }

    public RunException(String what, String cure, @Nullable Throwable cause) {
        super(plain(what) + "." + (cure.isBlank() ? "" : " " + plain(cure) + "."), cause);
        this.what = plain(what);
        this.cure = plain(cure);
    }

    private static String plain(String sentence) {
        String stripped = sentence.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** What went wrong and where, without a full stop. */
    public String what() {
        return what;
    }

    /** What to do about it, without a full stop; empty if that says itself. */
    public String cure() {
        return cure;
    }

    /**
     * Turns what the file system said into words.
     *
     * @param doing what was tried, such as "Run can not be created"
     */
    public static RunException of(String doing, Path where, IOException cause) {
        if (cause instanceof RunException known) {
            return known;
        }
        String what = doing + ": " + where + ": " + reason(cause);
        return new RunException(what, cure(cause), cause);
    }

    /** Whether the file system said that no space is left. */
    public static boolean isDiskFull(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
            if (at instanceof IOException
                    && (message.contains("no space left")
                            || message.contains("quota exceeded")
                            || message.contains("not enough space"))) {
                return true;
            }
        }
        return false;
    }

    private static String reason(IOException cause) {
        if (isDiskFull(cause)) {
            return "the disk is full";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static String cure(IOException cause) {
        if (isDiskFull(cause)) {
            return "Free some space, or choose another folder for runs";
        }
        if (cause instanceof NoSuchFileException) {
            return "Check the path; the folder may have been moved or deleted";
        }
        return "Check that the folder exists and can be written, or choose another folder for runs";
    }
}

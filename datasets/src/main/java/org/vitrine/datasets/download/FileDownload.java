package org.vitrine.datasets.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadProgress.Stage;

/** Brings one file into its part file: goes on where the last attempt ended, tries again, keeps the limits. */
final class FileDownload {
    private static final Logger LOG = LoggerFactory.getLogger(FileDownload.class);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    /** Nobody who is offline should wait long to be told. */
    private static final int ATTEMPTS_TO_REACH = 3;

    private final Http http;
    private final DownloadPolicy policy;
    private final RemoteFile file;
    private final PartFile part;
    private final Watch watch;
    private final Speedometer speed = new Speedometer();
    private boolean reached;

    /** What the download tells, and whom it asks. */
    interface Watch {
        void update(Stage stage, long done, long total, double bytesPerSecond);

        /**
         * Does nothing if it may go on.
         *
         * @throws CancellationException if it should end
         */
        void check();

        /** Waits, unless it should end. */
        void pause(Duration duration);

        boolean cancelled();
    }

    /** A failure that may pass. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;

        /** How long the server wants to be left alone, in seconds; -1 if it did not say. */
        private final long after;

        Passing(String message, long after, Throwable cause) {
            super(message, cause);
            this.after = after;
        }

        Passing(String message, long after) {
            super(message);
            this.after = after;
        }
    }

    FileDownload(Http http, DownloadPolicy policy, RemoteFile file, PartFile part, Watch watch) {
        this.http = http;
        this.policy = policy;
        this.file = file;
        this.part = part;
        this.watch = watch;
    }

    /**
     * Returns when the part is as long as the whole file should be.
     *
     * @return whether it was put together from more than one answer
     * @throws DatasetException if the server has not got the file, offers another, or fails again and again
     */
    boolean fetch() throws DatasetException, IOException {
        long furthest = part.size();
        int failures = 0;
        boolean pieced = false;
        while (true) {
            watch.check();
            try {
                pieced |= resumable() > 0;
                attempt();
                return pieced;
            } catch (Passing e) {
                LOG.info("{}: {}", file.url(), e.getMessage());
                long size = part.size();
                failures = size > furthest ? 1 : failures + 1;
                furthest = Math.max(furthest, size);
                if (failures >= (reached ? policy.attempts() : Math.min(policy.attempts(), ATTEMPTS_TO_REACH))) {
                    throw givenUp(failures, size, e);
                }
                watch.update(Stage.WAITING, size, known().orElse(-1), Double.NaN);
                watch.pause(pause(failures, e.after));
            } finally {
                part.close();
            }
        }
    }

    private Duration pause(int failures, long after) {
        Duration own = policy.pause(failures);
        Duration asked = Duration.ofSeconds(
                Math.max(0, Math.min(after, policy.longestPause().toSeconds())));
        return asked.compareTo(own) > 0 ? asked : own;
    }

    /** From which byte to go on. Without anything to compare, two halves may be of different files. */
    private long resumable() throws IOException {
        return part.version()
                        .filter(version -> version.url().equals(file.url()))
                        .filter(version -> !version.validator().isEmpty()
                                || !file.checksums().isEmpty())
                        .isPresent()
                ? part.size()
                : 0;
    }

    private void attempt() throws DatasetException, IOException, Passing {
        long from = resumable();
        long expected =
                known().orElse(part.version().map(PartFile.Version::total).orElse(-1L));
        if (from > 0 && from == expected) {
            return;
        }
        watch.update(Stage.CONNECTING, from, known().orElse(-1), Double.NaN);
        try (Http.Answer answer = ask(from)) {
            reached = true;
            switch (answer.status()) {
                case 200 -> receiveAll(answer);
                case 206 -> receiveRest(answer, from);
                case 416 -> {
                    if (!answer.headers().firstValue("Content-Range").orElse("").equals("bytes */" + from)) {
                        part.discard();
                        throw new Passing("the server has less than the part that is here", -1);
                    }
                }
                default -> throw refused(answer);
            }
        }
    }

    private Http.Answer ask(long from) throws DatasetException, IOException, Passing {
        Map<String, String> headers = new LinkedHashMap<>();
        if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            String validator = part.version().map(PartFile.Version::validator).orElse("");
            if (!validator.isEmpty()) {
                headers.put("If-Range", validator);
            }
        }
        try {
            return http.get(file.url(), headers, watch::cancelled);
        } catch (SSLException e) {
            throw new DatasetException(
                    "The server of " + file.url() + " can not prove who it is (" + e.getMessage()
                            + "). Is this computer's clock right? Some networks read along with a certificate of their own;"
                            + " try another network.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(file.url() + " can not be asked for: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new Passing(reason(e), -1, e);
        }
    }

    private void receiveAll(Http.Answer answer) throws DatasetException, IOException, Passing {
        long total = answer.length();
        checkTotal(total);
        part.restart(PartFile.Version.of(file.url(), answer.headers(), total));
        receive(answer, 0, total);
    }

    private void receiveRest(Http.Answer answer, long from) throws DatasetException, IOException, Passing {
        Matcher range = CONTENT_RANGE.matcher(
                answer.headers().firstValue("Content-Range").orElse(""));
        PartFile.Version before = part.version().orElse(null);
        if (!range.matches() || before == null || from == 0 || Long.parseLong(range.group(1)) != from) {
            part.discard();
            throw new Passing("the server sent another part than was asked for", -1);
        }
        long total = range.group(3).equals("*") ? before.total() : Long.parseLong(range.group(3));
        checkTotal(total);
        if (!before.fits(PartFile.Version.of(file.url(), answer.headers(), total))) {
            part.discard();
            throw new Passing("the file was changed on the server between its two halves", -1);
        }
        receive(answer, from, total);
    }

    /** @param total the size of the whole file as the server tells it, or -1 */
    private void receive(Http.Answer answer, long from, long total) throws DatasetException, IOException, Passing {
        long limit = known().orElse(total >= 0 ? total : policy.mostBytes());
        long size = from;
        while (true) {
            long received = 0;
            try {
                for (ByteBuffer bytes : answer.body().next(watch::cancelled)) {
                    received += bytes.remaining();
                    if (size + received > limit) {
                        break;
                    }
                    append(bytes);
                }
            } catch (IOException e) {
                throw new Passing(reason(e), -1, e);
            }
            size += received;
            if (size > limit) {
                part.discard();
                throw tooLong(limit);
            }
            if (received == 0) {
                break;
            }
            speed.add(received, System.nanoTime());
            watch.update(Stage.DOWNLOADING, size, known().orElse(total), speed.bytesPerSecond());
        }
        if (size < known().orElse(total)) {
            throw new Passing("the server ended the connection early", -1);
        }
    }

    /** A disk that refuses is no fault of the connection. */
    private void append(ByteBuffer bytes) throws DatasetException {
        try {
            part.append(bytes);
        } catch (ClosedByInterruptException e) {
            throw new CancellationException();
        } catch (IOException e) {
            throw new DatasetException(
                    "File " + part.path() + " can not be written: " + e.getMessage()
                            + ". Free some space and download again; what is there is kept.",
                    e);
        }
    }

    private void checkTotal(long total) throws DatasetException, IOException {
        if (total >= 0 && known().isPresent() && total != known().getAsLong()) {
            part.discard();
            throw new DatasetException(file.url() + " has " + total + " bytes, but the list says "
                    + known().getAsLong()
                    + ": it is not the file that the list means. Either the publisher has replaced"
                    + " it, or this network shows a page of its own, such as a log-in. Nothing was kept.");
        }
        if (total > policy.mostBytes() && known().isEmpty()) {
            part.discard();
            throw tooLong(policy.mostBytes());
        }
    }

    private DatasetException tooLong(long limit) {
        return new DatasetException(file.url() + " sends more than " + limit + " bytes, "
                + (known().isPresent() ? "the size in the list" : "the most that a file of unknown size may have")
                + ": it is not the file that the list means. Nothing was kept.");
    }

    private Exception passingOrFinal(Http.Answer answer) {
        int status = answer.status();
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return new Passing("the server answers " + status + retry(answer), after(answer));
        }
        String why =
                switch (status) {
                    case 404, 410 ->
                        "The publisher has moved or removed it. If you have the file from elsewhere, put it into "
                                + part.path().toAbsolutePath().getParent() + " as " + file.name()
                                + " and download again: it will be checked and used.";
                    case 401, 403, 451 -> "The server does not give it to this network or country.";
                    case 407 ->
                        "The proxy of this network wants a password; set one in https_proxy, or ask who runs it.";
                    default -> "Try again later.";
                };
        return new DatasetException("The server answers " + status + " for " + file.url() + ". " + why);
    }

    private DatasetException refused(Http.Answer answer) throws Passing {
        Exception failure = passingOrFinal(answer);
        if (failure instanceof Passing passing) {
            throw passing;
        }
        return (DatasetException) failure;
    }

    private static String retry(Http.Answer answer) {
        long after = after(answer);
        return after > 0 ? " and asks to wait " + after + " s" : "";
    }

    /** Retry-After in seconds; dates are rare and count as not said. */
    private static long after(Http.Answer answer) {
        String text = answer.headers().firstValue("Retry-After").orElse("").strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }

    private OptionalLong known() {
        return file.bytes();
    }

    private DatasetException givenUp(int failures, long size, Passing last) {
        URI url = file.url();
        if (!reached) {
            return new DatasetException(
                    "There is no way to " + url.getHost() + http.proxy(url) + " (" + last.getMessage()
                            + "). Is this computer online? Download again when it is.",
                    last);
        }
        String state = size > 0 ? size + " bytes are kept; download again to go on from there." : "Try again later.";
        return new DatasetException(
                url + " could not be downloaded: " + last.getMessage() + ", " + failures
                        + " times in a row without a new byte. " + state,
                last);
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException || e.getCause() instanceof UnknownHostException) {
            return "its name is not known";
        }
        if (e instanceof ConnectException) {
            return "nobody answers there";
        }
        return e.getMessage() == null || e.getMessage().isBlank() ? "the connection broke" : e.getMessage();
    }
}

package org.vitrine.datasets.download.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how many bytes it delivered, and delivers no more than it was allowed. */
final class Counted extends FilterInputStream {
    private final LongConsumer watch;
    private long count;
    private long allowed = Long.MAX_VALUE;

    /** @param watch is told the count after each read */
    Counted(InputStream in, LongConsumer watch) {
        super(in);
        this.watch = watch;
    }

    /** Allows so many bytes from here on. */
    void allow(long bytes) {
        allowed = bytes == Long.MAX_VALUE ? bytes : count + bytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            add(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        add(skipped);
        return skipped;
    }

    private void add(long bytes) throws IOException {
        count += bytes;
        if (count > allowed) {
            throw new IOException("an entry's header has no end");
        }
        watch.accept(count);
    }
}

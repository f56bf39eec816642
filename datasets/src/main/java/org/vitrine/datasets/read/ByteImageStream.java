package org.vitrine.datasets.read;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes as a decoder of pictures wants them; unlike ImageIO's own streams it neither copies them nor writes a file. */
final class ByteImageStream extends ImageInputStreamImpl {
    private final byte[] bytes;

    ByteImageStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos >= bytes.length ? -1 : bytes[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}

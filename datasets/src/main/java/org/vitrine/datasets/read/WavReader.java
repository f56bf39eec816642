package org.vitrine.datasets.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.vitrine.datasets.DatasetException;

/**
 * Reads WAV: PCM of 8, 16, 24 or 32 bits, floats of 32 or 64 bits, mu-law and A-law. Channels are averaged, the rate is
 * changed to the wanted one.
 */
public final class WavReader {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 200L * 1024 * 1024;
    /** Lowest and highest rates that are read or asked for. */
    public static final int LOWEST_RATE = 1000;

    public static final int HIGHEST_RATE = 384_000;

    private static final int MOST_CHANNELS = 32;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xfffe;

    private WavReader() {}

    /** The content of a sound's file. */
    public static byte[] bytes(Path file) throws DatasetException {
        return UserFile.bytes(file, MOST_BYTES, "Cut it into shorter sounds.");
    }

    /**
     * What the header of a sound tells.
     *
     * @param start first byte of the samples
     * @param frames number of samples of each channel
     */
    public record Info(int format, int channels, int rate, int bits, int start, int frames) {
        public double seconds() {
            return (double) frames / rate;
        }
    }

    /**
     * Reads a sound.
     *
     * @param name how messages call the file
     * @param rate wanted samples a second, 0 for the file's own
     * @param mostSeconds longer sounds are refused
     */
    public static Waveform read(byte[] bytes, String name, int rate, double mostSeconds) throws DatasetException {
        Info info = info(bytes, name);
        if (info.seconds() > mostSeconds) {
            throw new DatasetException("File " + name + " takes " + Math.round(info.seconds()) + " seconds; at most "
                    + Math.round(mostSeconds) + " are read. Cut it into shorter sounds.");
        }
        float[] samples = new float[info.frames()];
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(info.start());
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int c = 0; c < info.channels(); c++) {
                sum += sample(buffer, info);
            }
            double mean = sum / info.channels();
            if (!(Math.abs(mean) < 1e6)) {
                throw new DatasetException("File " + name + ", sample " + (i + 1)
                        + " is no usable number. Save the sound again as 16-bit PCM.");
            }
            samples[i] = (float) Math.max(-1, Math.min(1, mean));
        }
        Waveform sound = new Waveform(info.rate(), samples);
        return rate == 0 ? sound : Resampler.resample(sound, rate);
    }

    /** Reads the header. */
    public static Info info(byte[] bytes, String name) throws DatasetException {
        if (bytes.length < 12 || !is(bytes, 0, "RIFF") || !is(bytes, 8, "WAVE")) {
            throw new DatasetException("File " + name
                    + " is not a WAV file: it must start with RIFF and WAVE. Convert it to WAV (PCM, 16 bits).");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int format = -1;
        long at = 12;
        while (at + 8 <= bytes.length) {
            long length = header.getInt((int) at + 4) & 0xffffffffL;
            int content = (int) at + 8;
            if (is(bytes, (int) at, "fmt ")) {
                if (length < 16 || content + length > bytes.length) {
                    throw tooShort(name, bytes.length);
                }
                format = content;
            } else if (is(bytes, (int) at, "data")) {
                if (format < 0) {
                    throw new DatasetException(
                            "File " + name + " holds samples before it says of what kind they are. It is damaged.");
                }
                return info(header, format, content, length, name);
            }
            at = content + length + (length & 1);
        }
        throw tooShort(name, bytes.length);
    }

    private static Info info(ByteBuffer header, int at, int start, long length, String name) throws DatasetException {
        int format = header.getShort(at) & 0xffff;
        int channels = header.getShort(at + 2) & 0xffff;
        int rate = header.getInt(at + 4);
        int bits = header.getShort(at + 14) & 0xffff;
        if (format == EXTENSIBLE && at + 26 <= start && header.getInt(at - 4) >= 26) {
            format = header.getShort(at + 24) & 0xffff;
        }
        boolean known =
                switch (format) {
                    case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
                    case FLOAT -> bits == 32 || bits == 64;
                    case A_LAW, MU_LAW -> bits == 8;
                    default -> false;
                };
        if (!known) {
            throw new DatasetException("File " + name + " is coded in format " + format + " with " + bits
                    + " bits, which is not read. Save it as PCM with 16 bits.");
        }
        if (channels < 1 || channels > MOST_CHANNELS || rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new DatasetException("File " + name + " claims " + channels + " channels at " + rate
                    + " samples a second; 1 to " + MOST_CHANNELS + " channels and rates from " + LOWEST_RATE + " to "
                    + HIGHEST_RATE + " are read.");
        }
        int there = header.capacity() - start;
        // Programs that write while they record do not know the length and write 0 or the largest number.
        boolean unknown = length == 0xffffffffL || (length == 0 && there > 0);
        if (!unknown && length > there) {
            throw tooShort(name, header.capacity());
        }
        int frames = (int) ((unknown ? there : length) / (bits / 8L * channels));
        if (frames == 0) {
            throw new DatasetException("File " + name + " holds no sound. Record it again or delete it.");
        }
        return new Info(format, channels, rate, bits, start, frames);
    }

    private static double sample(ByteBuffer buffer, Info info) {
        return switch (info.format()) {
            case MU_LAW -> muLaw(buffer.get());
            case A_LAW -> aLaw(buffer.get());
            case FLOAT -> info.bits() == 32 ? buffer.getFloat() : buffer.getDouble();
            default ->
                switch (info.bits()) {
                    case 8 -> ((buffer.get() & 0xff) - 128) / 128.0;
                    case 16 -> buffer.getShort() / 32768.0;
                    case 24 -> ((buffer.getShort() & 0xffff) | (buffer.get() << 16)) / 8388608.0;
                    default -> buffer.getInt() / 2147483648.0;
                };
        };
    }

    /** ITU-T G.711. */
    static double muLaw(byte code) {
        int bits = ~code & 0xff;
        int magnitude = (((bits & 0xf) << 3) + 132) << ((bits >> 4) & 7);
        return ((bits & 0x80) == 0 ? magnitude - 132 : 132 - magnitude) / 32768.0;
    }

    /** ITU-T G.711. */
    static double aLaw(byte code) {
        int bits = (code & 0xff) ^ 0x55;
        int exponent = (bits >> 4) & 7;
        int mantissa = ((bits & 0xf) << 4) + 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa + 256) << (exponent - 1);
        return ((bits & 0x80) == 0 ? -magnitude : magnitude) / 32768.0;
    }

    private static boolean is(byte[] bytes, int at, String name) {
        return Arrays.equals(bytes, at, at + 4, name.getBytes(StandardCharsets.ISO_8859_1), 0, 4);
    }

    private static DatasetException tooShort(String name, int length) {
        return new DatasetException(
                "File " + name + " ends too early, after " + length + " bytes. Record or copy it again.");
    }
}

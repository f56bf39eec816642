package org.vitrine.datasets.read;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.random.Draw;

/** Ways to damage a file; the same seed gives the same damage. */
final class Mutations {
    private static final int[] CLAIMS = {
        0, 1, -1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00ffffff, 0x01000000
    };

    private Mutations() {}

    /** Damage number {@code index} of one of the seeds. */
    static byte[] mutate(List<byte[]> seeds, long seed, int index) {
        Draw draw = Draw.forExample(seed, index);
        byte[] bytes = seeds.get(draw.below(seeds.size())).clone();
        int rounds = 1 + draw.below(3);
        for (int i = 0; i < rounds; i++) {
            bytes = once(bytes, seeds, draw);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, List<byte[]> seeds, Draw draw) {
        int length = bytes.length;
        if (length < 8) {
            return random(draw.below(64), draw);
        }
        int at = draw.below(length);
        return switch (draw.below(10)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> random(draw.below(400), draw);
            case 2, 3 -> flip(bytes, draw);
            // Headers stand at the start, where sizes are claimed.
            case 4 -> claim(bytes, draw.below(Math.min(length, 64)), draw);
            case 5 -> claim(bytes, at, draw);
            case 6 -> without(bytes, at, 1 + draw.below(16));
            case 7 -> with(bytes, at, random(1 + draw.below(32), draw));
            case 8 -> crossed(bytes, at, seeds.get(draw.below(seeds.size())), draw);
            default -> {
                bytes[at] = (byte) draw.below(256);
                yield bytes;
            }
        };
    }

    private static byte[] flip(byte[] bytes, Draw draw) {
        for (int flips = 1 + draw.below(8); flips > 0; flips--) {
            bytes[draw.below(bytes.length)] ^= (byte) (1 << draw.below(8));
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int to = Math.min(bytes.length, at + count);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - at));
        System.arraycopy(bytes, to, shorter, at, bytes.length - to);
        return shorter;
    }

    private static byte[] with(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    private static byte[] crossed(byte[] bytes, int at, byte[] other, Draw draw) {
        int from = draw.below(other.length);
        int count = Math.min(Math.min(other.length - from, bytes.length - at), 1 + draw.below(200));
        System.arraycopy(other, from, bytes, at, count);
        return bytes;
    }

    private static byte[] claim(byte[] bytes, int at, Draw draw) {
        ByteBuffer claim = ByteBuffer.allocate(4);
        int value = CLAIMS[draw.below(CLAIMS.length)];
        claim.putInt(draw.below(2) == 0 ? value : Integer.reverseBytes(value));
        int count = Math.min(new int[] {1, 2, 4}[draw.below(3)], bytes.length - at);
        System.arraycopy(claim.array(), 4 - count, bytes, at, count);
        return bytes;
    }

    private static byte[] random(int length, Draw draw) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) draw.below(256);
        }
        return bytes;
    }
}

package org.vitrine.datasets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A type of numbers in NumPy's files.
 *
 * @param kind f for floats, i and u for whole numbers with and without sign, b for truth values
 * @param bytes of one value
 */
record NpyType(char kind, int bytes, ByteOrder order) {

    /** The type that a header names, such as {@code <f4}. */
    static NpyType of(String descr, String name) throws DatasetException {
        String type = descr.matches("[<>|=][fiub][0-9]") ? descr.substring(1) : "";
        boolean known =
                switch (type) {
                    case "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1" -> true;
                    default -> false;
                };
        if (!known) {
            throw new DatasetException("File " + name + " holds values of type " + descr
                    + ", which are no plain numbers. Save it as float32: numpy.asarray(a, dtype='float32').");
        }
        return new NpyType(
                type.charAt(0),
                type.charAt(1) - '0',
                descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** Takes the next values out of a buffer of this type's order. */
    void decode(ByteBuffer buffer, float[] into, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            into[i] = next(buffer);
        }
    }

    private float next(ByteBuffer buffer) {
        return switch (bytes) {
            case 1 -> {
                byte value = buffer.get();
                yield kind == 'i' ? value : kind == 'b' && value != 0 ? 1 : value & 0xff;
            }
            case 2 -> {
                short value = buffer.getShort();
                yield kind == 'f' ? half(value) : kind == 'i' ? value : value & 0xffff;
            }
            case 4 ->
                switch (kind) {
                    case 'f' -> buffer.getFloat();
                    case 'i' -> buffer.getInt();
                    default -> buffer.getInt() & 0xffffffffL;
                };
            default ->
                switch (kind) {
                    case 'f' -> (float) buffer.getDouble();
                    case 'i' -> buffer.getLong();
                    default -> unsigned(buffer.getLong());
                };
        };
    }

    private static float unsigned(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2f;
    }

    /** IEEE 754 half precision. */
    private static float half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int mantissa = bits & 0x3ff;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 0x1f) {
            return mantissa == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((float) mantissa, -24)
                : sign * Math.scalb((float) (mantissa | 0x400), exponent - 25);
    }
}

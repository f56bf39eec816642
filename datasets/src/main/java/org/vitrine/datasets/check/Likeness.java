package org.vitrine.datasets.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;

/**
 * What two inputs are compared by.
 *
 * @param exact the same for the same input
 * @param loose the same for texts that differ in case, blanks, quotation marks and the marks behind words; for other inputs
 *     the same as {@code exact}
 */
record Likeness(String exact, String loose) {
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»'‘’]");
    private static final Pattern MARKS = Pattern.compile("[.,;:!?…]+(?=\\s|$)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    static Likeness of(Value value) {
        if (value instanceof Value.Text text) {
            String loose = loosely(text.text());
            return new Likeness(hash(text.text()), loose.isEmpty() ? hash(text.text()) : hash(loose));
        }
        if (value instanceof Value.Words words) {
            return same(hash(String.join("\n", words.tokens())));
        }
        if (value instanceof Value.Cells cells) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * cells.numbers().length);
            for (double number : cells.numbers()) {
                bytes.putDouble(number);
            }
            return same(hash(bytes.array(), String.join("\n", cells.texts()).getBytes(StandardCharsets.UTF_8)));
        }
        Value.Numbers numbers = (Value.Numbers) value;
        return same(
                numbers.words().isEmpty() ? hash(bytes(numbers.tensor())) : hash(String.join("\n", numbers.words())));
    }

    private static String loosely(String text) {
        String bare = QUOTES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return BLANKS.matcher(MARKS.matcher(bare).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    private static byte[] bytes(Tensor tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * tensor.shape().length + Float.BYTES * tensor.size());
        for (int length : tensor.shape()) {
            bytes.putInt(length);
        }
        for (float value : tensor.values()) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static Likeness same(String key) {
        return new Likeness(key, key);
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package org.vitrine.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.shape.DataSpec;

/** SHA-256 over what a model gets to see, when somebody asks: spec, target names, and the parts' shapes and values. */
public final class Fingerprint {
    private static final int EXAMPLES_AT_A_TIME = 256;

    private final DataSpec spec;
    private final List<String> targetNames;
    private final List<Split> parts;
    private @Nullable String text;

    Fingerprint(DataSpec spec, List<String> targetNames, List<Split> parts) {
        this.spec = spec;
        this.targetNames = List.copyOf(targetNames);
        this.parts = List.copyOf(parts);
    }

    /** SHA-256 of a file, in hex. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** In hex; computed when it is first asked for. */
    public synchronized String text() {
        String known = text;
        if (known == null) {
            known = computed();
            text = known;
        }
        return known;
    }

    private String computed() {
        MessageDigest digest = sha256();
        add(digest, spec.input().getClass().getSimpleName() + " " + spec.input().text());
        int length = spec.target().length();
        add(digest, spec.target().kind() + " " + spec.target().size() + (length == 1 ? "" : " " + length));
        targetNames.forEach(name -> add(digest, name));
        for (Split part : parts) {
            add(digest, "part of " + part.size());
            for (int start = 0; start < part.size(); start += EXAMPLES_AT_A_TIME) {
                Batch batch = part.batch(range(start, Math.min(part.size(), start + EXAMPLES_AT_A_TIME)));
                add(digest, batch.inputs());
                add(digest, batch.targets());
                add(digest, batch.mask());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(MessageDigest digest, @Nullable Tensor tensor) {
        if (tensor == null) {
            return;
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(4 * (tensor.shape().length + tensor.size())).order(ByteOrder.LITTLE_ENDIAN);
        for (int length : tensor.shape()) {
            bytes.putInt(length);
        }
        for (float value : tensor.values()) {
            bytes.putFloat(value);
        }
        digest.update(bytes.flip());
    }

    private static int[] range(int start, int end) {
        int[] indices = new int[end - start];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = start + i;
        }
        return indices;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

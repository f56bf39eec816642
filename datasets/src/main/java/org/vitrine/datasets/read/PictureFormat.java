package org.vitrine.datasets.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats of pictures that are read; told by a file's first bytes, never by its name. */
public enum PictureFormat {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    BMP("BM");

    private static final Set<String> ENDS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final String magic;

    PictureFormat(String magic) {
        this.magic = magic;
    }

    /** The format of these bytes, null if it is none of them. */
    public static @Nullable PictureFormat of(byte[] bytes) {
        for (PictureFormat format : values()) {
            if (format.starts(bytes)) {
                return format;
            }
        }
        return null;
    }

    /** Whether a file of this name claims to be a picture. */
    public static boolean isNamed(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && ENDS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private boolean starts(byte[] bytes) {
        for (int i = 0; i < magic.length(); i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package org.vitrine.runs.store;

import java.util.Optional;

/** The version of this program, from the manifest of its jar. */
public final class VitrineVersion {
    private VitrineVersion() {}

    public static String current() {
        return Optional.ofNullable(VitrineVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}

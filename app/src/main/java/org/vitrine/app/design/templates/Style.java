package org.vitrine.app.design.templates;

import java.util.Locale;
import org.vitrine.app.shared.Texts;

/** What kind of network a template is. */
public enum Style {
    LINEAR,
    DENSE,
    CONVOLUTION,
    RECURRENT,
    TRANSFORMER,
    AUTOENCODER,
    EMBEDDING;

    static Style of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String title() {
        return Texts.get("templates.style." + name().toLowerCase(Locale.ROOT));
    }
}

package org.vitrine.attribution.effects;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What parts of inputs are called, from {@code effects.properties}. */
final class EffectTexts {
    private final ResourceBundle bundle;

    EffectTexts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.vitrine.attribution.effects.effects", locale);
    }

    /** Three channels are the colours. */
    String channel(int index, int channels) {
        return channels == 3 ? bundle.getString("colour." + index) : format("channel", index + 1);
    }

    String steps(int from, int to) {
        return from == to ? format("step", from) : format("steps", from, to);
    }

    String patch(int top, int bottom, int left, int right) {
        return format("patch", top, bottom, left, right);
    }

    private String format(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return MessageFormat.format(bundle.getString(key), texts);
    }
}

package org.vitrine.exchange.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions and classes that programs bring along, a resource file each. A first line {@code # needs: a b} names others that
 * have to come before it.
 */
public final class Helpers {
    private static final String NEEDS = "# needs:";

    private final Class<?> place;
    private final String suffix;

    /** @param place a class beside whose files they lie, in the folder {@code helpers} */
    public Helpers(Class<?> place, String suffix) {
        this.place = place;
        this.suffix = suffix;
    }

    /** The texts of some helpers and of what they need, in order of their names but for those that others need. */
    public List<String> texts(Collection<String> names) {
        Set<String> ordered = new LinkedHashSet<>();
        names.stream().sorted().forEach(name -> add(name, ordered));
        List<String> texts = new ArrayList<>();
        for (String name : ordered) {
            String text = read(name);
            texts.add(text.startsWith(NEEDS) ? text.substring(text.indexOf('\n') + 1) : text);
        }
        return texts;
    }

    private void add(String name, Set<String> ordered) {
        String first = read(name).lines().findFirst().orElse("");
        if (first.startsWith(NEEDS)) {
            for (String other : first.substring(NEEDS.length()).strip().split(" ")) {
                add(other, ordered);
            }
        }
        ordered.add(name);
    }

    private String read(String name) {
        String file = "helpers/" + name + suffix;
        try (InputStream in = place.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No helper " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

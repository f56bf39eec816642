package org.vitrine.datasets.catalogue.sequences;

import java.util.List;

/** What is given and what is to be written, token by token. */
record SequencePair(List<String> source, List<String> target) {
    SequencePair {
        source = List.copyOf(source);
        target = List.copyOf(target);
    }

    /** Both texts character by character. */
    static SequencePair characters(String source, String target) {
        return new SequencePair(split(source), split(target));
    }

    private static List<String> split(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }
}

package org.vitrine.editor.look;

import java.util.function.Function;

/**
 * The texts of a form.
 *
 * @param label by component name
 * @param help by component name; what it does and what is usual
 * @param choice by enum value
 */
public record FormWords(
        Function<String, String> label, Function<String, String> help, Function<Enum<?>, String> choice) {}

package org.vitrine.attribution;

import java.util.List;

/** Something that a method may be told, with what is allowed; forms are made from it. */
public sealed interface MethodOption {

    String name();

    /** The value, as text, of who says nothing. */
    String usual();

    /**
     * Refuses a text that is no value of this option.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    void check(String text);

    /** A whole number. */
    record Whole(String name, long least, long most, long fallback) implements MethodOption {
        @Override
        public String usual() {
            return Long.toString(fallback);
        }

        @Override
        public void check(String text) {
            long unused = read(text);
        }

        public long read(String text) {
            try {
                long value = Long.parseLong(text.strip());
                if (value < least || value > most) {
                    throw wrong(name, "from " + least + " to " + most, text);
                }
                return value;
            } catch (NumberFormatException e) {
                throw wrong(name, "a whole number", text);
            }
        }
    }

    /** A number. */
    record Decimal(String name, double least, double most, double fallback) implements MethodOption {
        @Override
        public String usual() {
            return Double.toString(fallback);
        }

        @Override
        public void check(String text) {
            double unused = read(text);
        }

        public double read(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (!(value >= least && value <= most)) {
                    throw wrong(name, "from " + least + " to " + most, text);
                }
                return value;
            } catch (NumberFormatException e) {
                throw wrong(name, "a number", text);
            }
        }
    }

    /** One of some words, the first of which is usual. */
    record Choice(String name, List<String> choices) implements MethodOption {
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public String usual() {
            return choices.get(0);
        }

        @Override
        public void check(String text) {
            if (!choices.contains(text)) {
                throw wrong(name, "one of " + String.join(", ", choices), text);
            }
        }
    }

    /** The name of one of the model's convolutions; empty for the last. */
    record FeatureLayer(String name) implements MethodOption {
        @Override
        public String usual() {
            return "";
        }

        /** Which names there are is known to the model alone. */
        @Override
        public void check(String text) {}
    }

    private static IllegalArgumentException wrong(String name, String allowed, String text) {
        return new IllegalArgumentException(
                "Attribution option \"" + name + "\" must be " + allowed + ", not \"" + text + "\".");
    }
}

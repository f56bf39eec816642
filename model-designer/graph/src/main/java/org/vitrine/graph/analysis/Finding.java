package org.vitrine.graph.analysis;

import java.util.List;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.NodeId;

/** Something wrong, before its texts are written and its fixes are tried. */
sealed interface Finding {
    Problem.Severity severity();

    /** What kind of problem: the stem of its keys in {@code problems.properties}. */
    String key();

    Where where();

    String what();

    String numbers();

    String cure();

    /** Why it is so: one text for each kind, in {@code lessons.properties}. */
    default String why() {
        return ProblemTexts.why(key());
    }

    /** Whether the other finding is the same problem, found again in a changed graph. */
    default boolean isSameAs(Finding other) {
        return key().equals(other.key()) && where().equals(other.where());
    }

    /** Found by the analysis itself. */
    record Plain(Problem.Severity severity, String key, Where where, List<Object> arguments) implements Finding {
        static Plain error(String key, Where where, Object... arguments) {
            return new Plain(Problem.Severity.ERROR, key, where, List.of(arguments));
        }

        static Plain warning(String key, Where where, Object... arguments) {
            return new Plain(Problem.Severity.WARNING, key, where, List.of(arguments));
        }

        static Plain advice(String key, Where where, Object... arguments) {
            return new Plain(Problem.Severity.ADVICE, key, where, List.of(arguments));
        }

        /** The nodes that a finding about a chain of them is about: its last argument. */
        List<NodeId> chain() {
            return arguments.get(arguments.size() - 1) instanceof List<?> nodes
                    ? nodes.stream().map(NodeId.class::cast).toList()
                    : List.of();
        }

        @Override
        public String what() {
            return ProblemTexts.of(key + ".what", arguments);
        }

        @Override
        public String numbers() {
            return ProblemTexts.of(key + ".numbers", arguments);
        }

        @Override
        public String cure() {
            return ProblemTexts.of(key + ".cure", arguments);
        }
    }

    /** A parameter out of its range; {@code owner} is the record that holds it. */
    record OutOfRange(Where where, String parameter, Plain text) implements Finding {
        @Override
        public Problem.Severity severity() {
            return Problem.Severity.ERROR;
        }

        @Override
        public String key() {
            return text.key();
        }

        @Override
        public boolean isSameAs(Finding other) {
            return other instanceof OutOfRange range && range.where.equals(where) && range.parameter.equals(parameter);
        }

        @Override
        public String what() {
            return text.what();
        }

        @Override
        public String numbers() {
            return text.numbers();
        }

        @Override
        public String cure() {
            return text.cure();
        }
    }

    /** A layer that can not take its inputs. */
    record Clash(Where where, ShapeException refusal) implements Finding {
        @Override
        public Problem.Severity severity() {
            return Problem.Severity.ERROR;
        }

        @Override
        public String key() {
            return refusal.key();
        }

        @Override
        public String what() {
            return refusal.what();
        }

        @Override
        public String numbers() {
            return refusal.numbers();
        }

        @Override
        public String cure() {
            return refusal.cure();
        }
    }

    /** Found inside of the block at {@code block}, whose body {@code survey} looked at. */
    record Inside(NodeId block, Survey survey, Finding inner) implements Finding {
        @Override
        public Problem.Severity severity() {
            return inner.severity();
        }

        @Override
        public String key() {
            return inner.key();
        }

        @Override
        public Where where() {
            return inner.where().in(block);
        }

        @Override
        public boolean isSameAs(Finding other) {
            return other instanceof Inside inside && inside.block.equals(block) && inner.isSameAs(inside.inner);
        }

        @Override
        public String what() {
            return inner.what();
        }

        @Override
        public String numbers() {
            return inner.numbers();
        }

        @Override
        public String cure() {
            return inner.cure();
        }
    }
}

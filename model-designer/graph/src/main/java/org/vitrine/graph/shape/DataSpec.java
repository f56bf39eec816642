package org.vitrine.graph.shape;

/** What a data set offers to a graph: the shape of one input and the kind of target. */
public record DataSpec(Shape input, Target target) {

    /**
     * How many steps of an input come before those that have targets, for classes at each step: the source of a task from
     * sequence to sequence, whose input is [source | target, moved by one step]. 0 where each step has a target.
     */
    public long sourceSteps() {
        return target.kind() == Target.Kind.STEP_CLASSES && input instanceof Tokens tokens
                ? Math.max(0, tokens.length() - target.length())
                : 0;
    }

    /** Whether the target at each step is a token of the input's vocabulary: such models write. */
    public boolean targetsTokens() {
        return target.kind() == Target.Kind.STEP_CLASSES
                && input instanceof Tokens tokens
                && tokens.vocabulary() == target.size();
    }
}

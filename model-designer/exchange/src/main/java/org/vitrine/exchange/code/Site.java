package org.vitrine.exchange.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** The node that is being written: what enters it, and the lines that it adds to the program's parts. */
public final class Site {
    private final ProgramSource.Step step;
    private final String name;
    private final List<String> inputs;
    private final List<String> masks;
    private final List<String> declared = new ArrayList<>();
    private final List<String> forward = new ArrayList<>();
    private final List<String> loads = new ArrayList<>();
    private final Set<String> helpers = new LinkedHashSet<>();
    private String outputMask = "";

    /**
     * Without lines.
     *
     * @param name the node's identifier
     * @param inputs the variables that enter, in port order
     * @param masks the variable with the mask of each of them, or an empty text
     */
    public Site(ProgramSource.Step step, String name, List<String> inputs, List<String> masks) {
        this.step = step;
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.masks = List.copyOf(masks);
    }

    public NodeId id() {
        return step.node().id();
    }

    /** The nodes at the input ports. */
    public List<NodeId> sources() {
        return step.sources();
    }

    public LayerSpec layer() {
        return step.node().layer();
    }

    public String name() {
        return name;
    }

    public List<String> inputs() {
        return inputs;
    }

    /** The variable at the first port. */
    public String in() {
        return inputs.get(0);
    }

    public List<String> masks() {
        return masks;
    }

    /** The mask of the first port; empty if there is none. */
    public String mask() {
        return masks.isEmpty() ? "" : masks.get(0);
    }

    public boolean isMasked() {
        return !mask().isEmpty();
    }

    /** The shape at the first port. */
    public Shape input() {
        return step.inputs().get(0);
    }

    public Shape input(int port) {
        return step.inputs().get(port);
    }

    public Shape output() {
        return step.output();
    }

    /** Channels of an image, features of a sequence, or the size of a vector. */
    public static long channels(Shape shape) {
        if (shape instanceof Image image) {
            return image.channels();
        }
        return shape instanceof Sequence sequence ? sequence.features() : shape.size();
    }

    public long inChannels() {
        return channels(input());
    }

    public long outChannels() {
        return channels(output());
    }

    /** Adds a line where layers are made. */
    public void declare(String line) {
        declared.add(line);
    }

    /** Adds a line where values flow. */
    public void forward(String line) {
        forward.add(line);
    }

    /** Adds a line where weights are taken over. */
    public void load(String line) {
        loads.add(line);
    }

    /** Asks for a function or class that the program brings along. */
    public void use(String helper) {
        helpers.add(helper);
    }

    /** Says which variable masks the output; an empty text if none does. */
    public void masksOutput(String variable) {
        outputMask = variable;
    }

    public String outputMask() {
        return outputMask;
    }

    public List<String> declared() {
        return List.copyOf(declared);
    }

    public List<String> forward() {
        return List.copyOf(forward);
    }

    public List<String> loads() {
        return List.copyOf(loads);
    }

    public Set<String> helpers() {
        return Set.copyOf(helpers);
    }
}

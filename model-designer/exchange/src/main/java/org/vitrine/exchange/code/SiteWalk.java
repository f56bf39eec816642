package org.vitrine.exchange.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.NodeId;

/** Goes through a program's nodes in order and keeps the names of their values and masks. */
public abstract class SiteWalk {
    private final Names names;
    private final String mask;
    private final Map<NodeId, Site> written = new HashMap<>();
    private String input = "";
    private @Nullable Site site;

    /** @param mask the variable that masks the inputs; an empty text if none does */
    protected SiteWalk(Names names, String mask) {
        this.names = names;
        this.mask = mask;
    }

    /** Writes the lines of one node. */
    protected abstract void visit(Site here);

    /** All nodes with their lines. */
    protected final List<Site> walk(List<ProgramSource.Step> steps) {
        List<Site> sites = new ArrayList<>();
        for (ProgramSource.Step step : steps) {
            List<Site> from = step.sources().stream()
                    .map(id -> Objects.requireNonNull(written.get(id)))
                    .toList();
            Site here = new Site(
                    step,
                    names.of(step.node().id()),
                    from.stream().map(Site::name).toList(),
                    from.stream().map(Site::outputMask).toList());
            site = here;
            visit(here);
            if (here.layer() instanceof Input) {
                begin(here);
            }
            written.put(here.id(), here);
            sites.add(here);
        }
        return sites;
    }

    /** All inputs of a graph get the same values. */
    private void begin(Site here) {
        if (input.isEmpty()) {
            input = here.name();
        } else {
            here.forward(here.name() + " = " + input);
        }
        here.masksOutput(mask);
    }

    /** The variable with what enters the graph. */
    public final String input() {
        return input;
    }

    /** A name of its own for a further value or layer of the node that is being written. */
    public final String fresh(String ending) {
        return names.fresh(site().name() + ending);
    }

    /** The node that is being written. */
    public final Site site() {
        return Objects.requireNonNull(site);
    }

    /** The mask that the inputs have in common, as a variable: steps are real where they are so in all inputs. */
    public final String commonMask() {
        Set<String> different = new LinkedHashSet<>(site().masks());
        different.remove("");
        if (different.size() < 2) {
            return different.isEmpty() ? "" : different.iterator().next();
        }
        String name = fresh("_mask");
        site().forward(name + " = " + String.join(" * ", different));
        return name;
    }

    /** Gives the output a mask of its own. */
    public final void newMask(String expression) {
        if (expression.matches("\\w+")) {
            site().masksOutput(expression);
            return;
        }
        String name = fresh("_mask");
        site().forward(name + " = " + expression);
        site().masksOutput(name);
    }
}

package org.vitrine.exchange.code.dl4j;

import java.util.List;
import java.util.Set;
import org.vitrine.exchange.code.Names;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.SiteWalk;

/** Writes nodes one after the other. Vertices keep the names of their nodes. */
final class JavaLayers extends SiteWalk implements JavaShapes, JavaConvolutions, JavaSequences, JavaNorms, JavaHeads {
    private static final String MASK = "mask";

    private final String stockLoss;

    JavaLayers(boolean masked, String stockLoss) {
        super(new Names(Set.of()), masked ? MASK : "");
        this.stockLoss = stockLoss;
    }

    @Override
    protected void visit(Site site) {
        site.layer().accept(this);
    }

    @Override
    public boolean passesMask() {
        boolean masked = site().masks().contains(MASK);
        site().masksOutput(masked ? MASK : "");
        return masked;
    }

    @Override
    public boolean isStock() {
        return !stockLoss.isEmpty();
    }

    @Override
    public String stockLoss() {
        return stockLoss;
    }

    List<Site> write(List<ProgramSource.Step> steps) {
        return walk(steps);
    }
}

package org.vitrine.exchange.code.keras;

import java.util.List;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.Names;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Refused;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.SiteWalk;

/** Writes nodes one after the other. */
final class KerasLayers extends SiteWalk
        implements KerasShapes, KerasConvolutions, KerasSequences, KerasNorms, KerasHeads {

    KerasLayers(Names names, boolean masked) {
        super(names, masked ? "mask" : "");
    }

    @Override
    protected void visit(Site site) {
        site.layer().accept(this);
    }

    @Override
    public boolean isFirstInput() {
        return input().isEmpty();
    }

    @Override
    public void refuse(String reason) {
        throw new Refused(site().id(), reason);
    }

    List<Site> write(List<ProgramSource.Step> steps) throws CodeException {
        try {
            return walk(steps);
        } catch (Refused e) {
            throw e.asException();
        }
    }
}

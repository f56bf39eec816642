package org.vitrine.exchange.code.pytorch;

import java.util.List;
import org.vitrine.exchange.code.Names;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.Site;
import org.vitrine.exchange.code.SiteWalk;

/** Writes nodes one after the other. */
final class TorchLayers extends SiteWalk
        implements TorchShapes, TorchConvolutions, TorchSequences, TorchNorms, TorchHeads {

    TorchLayers(Names names, boolean masked) {
        super(names, masked ? "mask" : "");
    }

    @Override
    protected void visit(Site site) {
        site.layer().accept(this);
    }

    List<Site> write(List<ProgramSource.Step> steps) {
        return walk(steps);
    }
}

package org.vitrine.app.dock;

import java.util.Optional;

/** Where the layout of a dock is kept from one start to the next. */
public interface DockMemory {

    Optional<DockLayout> recall();

    void remember(DockLayout layout);

    /** Back to the standard. */
    void forget();
}

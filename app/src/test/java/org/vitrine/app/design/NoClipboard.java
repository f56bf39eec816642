package org.vitrine.app.design;

import java.util.Optional;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.graph.edit.Fragment;

/** A clipboard that keeps nothing. */
public final class NoClipboard implements GraphClipboard {
    @Override
    public void put(Fragment fragment) {}

    @Override
    public Optional<Fragment> get() {
        return Optional.empty();
    }
}

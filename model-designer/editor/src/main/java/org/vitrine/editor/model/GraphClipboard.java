package org.vitrine.editor.model;

import java.util.Optional;
import org.vitrine.graph.edit.Fragment;

/** Where copied layers go, and come from. */
public interface GraphClipboard {

    void put(Fragment fragment);

    /** The fragment on the clipboard; empty if something else is there. */
    Optional<Fragment> get();

    /** Why there is nothing to paste, in words; empty if there is. */
    default Optional<String> whyNot() {
        return get().isPresent() ? Optional.empty() : Optional.of(Texts.text("paste.nothing"));
    }
}

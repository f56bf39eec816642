package org.vitrine.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private final Actions actions = new Actions();

    @Test
    void anActionThatIsOffDoesNothingAndSaysWhy() {
        AtomicInteger done = new AtomicInteger();
        SimpleStringProperty why = new SimpleStringProperty("Nothing to save");
        actions.add("save", "Shortcut+S", why, done::incrementAndGet);
        actions.get("save").run();
        assertThat(done).hasValue(0);
        assertThat(actions.get("save").disabled().get()).isTrue();
        why.set("");
        actions.get("save").run();
        assertThat(done).hasValue(1);
    }

    @Test
    void searchPutsTheStartOfANameFirst() {
        actions.add("saveAs", "", () -> {});
        actions.add("save", "", () -> {});
        actions.add("undo", "", () -> {});
        assertThat(actions.matching("sav")).extracting(Action::id).containsExactly("saveAs", "save");
        assertThat(actions.matching("ud")).extracting(Action::id).containsExactly("undo");
        assertThat(actions.matching("")).hasSize(3);
        assertThat(actions.matching("xyz")).isEmpty();
    }

    @Test
    void twoActionsOfOneNameAreAMistake() {
        actions.add("save", "", () -> {});
        assertThatThrownBy(() -> actions.add("save", "", () -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.vitrine.exchange.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.model.NodeId;

class NamesTest {

    @Provide
    Arbitrary<Set<String>> ids() {
        return Arbitraries.strings()
                .withChars("ab1_-.")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(NodeId::isValid)
                .set()
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void noTwoNodesShareAnIdentifierAndAllAreIdentifiers(@ForAll("ids") Set<String> ids) {
        Names names = new Names(PythonWords.reserved());
        Set<String> identifiers = new HashSet<>();
        for (String id : ids) {
            String name = names.of(new NodeId(id));
            assertThat(name).matches("[A-Za-z][A-Za-z0-9_]*").isEqualTo(names.of(new NodeId(id)));
            assertThat(identifiers.add(name)).as("%s for %s", name, id).isTrue();
        }
    }

    @Test
    void wordsOfTheLanguageAndOfTheProgramAreAvoided() {
        Names names = new Names(PythonWords.reserved());
        assertThat(List.of(
                        names.of(new NodeId("class")),
                        names.of(new NodeId("forward")),
                        names.of(new NodeId("encoder.2.norm")),
                        names.of(new NodeId("encoder_2-norm")),
                        names.of(new NodeId("1x1"))))
                .containsExactly("class_", "forward_", "encoder_2_norm", "encoder_2_norm_2", "n1x1");
    }

    @Test
    void numbersAreSpeltAsProgramsDo() {
        assertThat(List.of(
                        Literals.real(0.001),
                        Literals.real(1e-5),
                        Literals.real(2),
                        Literals.real(0),
                        Literals.real(0.30000000000000004),
                        Literals.real(1.5e9)))
                .containsExactly("0.001", "1e-5", "2.0", "0.0", "0.30000000000000004", "1.5e9");
    }
}

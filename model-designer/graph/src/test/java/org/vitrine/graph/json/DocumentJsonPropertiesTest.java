package org.vitrine.graph.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.graph.Documents;
import org.vitrine.graph.model.GraphDocument;

class DocumentJsonPropertiesTest {

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    @Property(tries = 200)
    void everyDocumentComesBackEqual(@ForAll("documents") GraphDocument document) throws DocumentFormatException {
        String text = DocumentJson.write(document);
        GraphDocument back = DocumentJson.read(text);
        assertThat(back).isEqualTo(document);
        assertThat(DocumentJson.write(back)).isEqualTo(text);
    }

    @Property(tries = 200)
    void aCutTextIsRefused(@ForAll("documents") GraphDocument document, @ForAll Random random) {
        String text = DocumentJson.write(document).stripTrailing();
        String cut = text.substring(0, random.nextInt(text.length()));
        assertThat(outcome(cut)).isInstanceOf(DocumentFormatException.class);
    }

    @Property(tries = 200)
    void flippedBytesGiveADocumentOrAnExplanation(
            @ForAll("documents") GraphDocument document,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 8) int flips) {
        byte[] bytes = DocumentJson.write(document).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < flips; i++) {
            int bit = random.nextInt(8);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << bit);
        }
        assertThat(outcome(new String(bytes, StandardCharsets.UTF_8)))
                .isInstanceOfAny(GraphDocument.class, DocumentFormatException.class);
    }

    @Property(tries = 200)
    void swappedPiecesGiveADocumentOrAnExplanation(@ForAll("documents") GraphDocument document, @ForAll Random random) {
        String text = DocumentJson.write(document);
        int from = random.nextInt(text.length());
        int length = random.nextInt(Math.min(40, text.length() - from) + 1);
        int to = random.nextInt(text.length());
        String moved = text.substring(0, to) + text.substring(from, from + length) + text.substring(to);
        assertThat(outcome(moved)).isInstanceOfAny(GraphDocument.class, DocumentFormatException.class);
    }

    private static Object outcome(String text) {
        try {
            return DocumentJson.read(text);
        } catch (DocumentFormatException e) {
            assertThat(e.getMessage()).startsWith("The document").hasSizeLessThan(600);
            return e;
        }
    }
}

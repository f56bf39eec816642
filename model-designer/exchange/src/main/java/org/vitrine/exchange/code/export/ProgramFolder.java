package org.vitrine.exchange.code.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.datasets.Dataset;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.dl4j.JavaProgram;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.model.GraphDocument;

/** A program with all that it needs: itself, {@code data.npz}, a README and, for Java, a {@code pom.xml}. */
public final class ProgramFolder {
    /** Where weights of a run go, so that the program starts from them. */
    public static final String WEIGHTS = "weights.npz";

    private static final String DATA = "data.npz";

    private ProgramFolder() {}

    /** The file of a program in a language. */
    public static String programFile(Language language) {
        return language == Language.JAVA ? JavaProgram.CLASS + ".java" : "model.py";
    }

    /**
     * Writes the folder, over what an earlier export left in it. Weights of an earlier one are taken out. Takes as long as
     * the data need: not for the FX thread.
     *
     * @param data of the document, after its steps
     * @return the files that were written
     * @throws CodeException if the graph has errors or the language can not express a node
     */
    public static List<Path> write(Path folder, Language language, GraphDocument document, Dataset data)
            throws IOException, CodeException {
        ProgramSource source = ProgramSource.of(document, data.spec(), DataFile.isMasked(data));
        GeneratedCode code = Programs.generate(language, source);
        Files.createDirectories(folder);
        Path program = folder.resolve(programFile(language));
        Path values = folder.resolve(DATA);
        Path readme = folder.resolve("README.md");
        Files.deleteIfExists(folder.resolve(WEIGHTS));
        text(program, code.text());
        DataFile.write(values, data);
        boolean alone = language == Language.JAVA && JavaProgram.isStock(source);
        String notes = language == Language.JAVA ? (alone ? "dl4j" : "vitrine") : language.id();
        text(readme, resource("README-" + notes + ".md").replace("{{title}}", document.title()));
        if (language != Language.JAVA) {
            return List.of(program, values, readme);
        }
        Path pom = folder.resolve("pom.xml");
        text(pom, resource(alone ? "pom-dl4j.xml" : "pom-vitrine.xml"));
        return List.of(program, values, readme, pom);
    }

    private static void text(Path file, String text) throws IOException {
        AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ProgramFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

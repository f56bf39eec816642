package org.vitrine.exchange.code.export;

import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.dl4j.JavaProgram;
import org.vitrine.exchange.code.keras.KerasProgram;
import org.vitrine.exchange.code.pytorch.TorchProgram;

/** Makes programs. */
public final class Programs {
    private Programs() {}

    /**
     * Writes a complete program that trains the model. Pure, and fast enough for each edit.
     *
     * @throws CodeException if the language can not express a node; the message says which and why
     */
    public static GeneratedCode generate(Language language, ProgramSource source) throws CodeException {
        return switch (language) {
            case JAVA -> JavaProgram.of(source);
            case KERAS -> KerasProgram.of(source);
            case PYTORCH -> TorchProgram.of(source);
        };
    }
}

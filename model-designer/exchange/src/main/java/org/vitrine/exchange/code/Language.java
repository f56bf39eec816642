package org.vitrine.exchange.code;

/** What a program can be written in. */
public enum Language {
    /** Java on Deeplearning4j, with Vitrine's own layers where the stock ones are missing or wrong. */
    JAVA("java"),
    /** Python on Keras 3, with any of its backends. */
    KERAS("keras"),
    /** Python on PyTorch. */
    PYTORCH("pytorch");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }
}

package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.graph.model.DataReference;

/**
 * What each set held when these lines were written, on Linux x86-64 with Java 17. A change here means that old runs can not be
 * repeated: say so in the change log.
 */
class FingerprintTest {

    @ParameterizedTest
    @CsvSource({
        "mnist, 9000, 1000, 2000, 622503dbb304a210",
        "fashion-mnist, 5400, 600, 1000, f45607e259790406",
        "digits, 1169, 269, 359, f858cc31e5239621",
        "sentiment-sentences, 2050, 293, 586, 58e20049790411b9",
        "token-order, 2600, 600, 800, 4f43d3a455698251",
        "next-character, 2729, 341, 341, 0e44af7f7794ce61",
        "word-classes, 1950, 450, 600, 674e1f75e420afa4",
        "echo, 650, 150, 200, aee00423650388e4",
        "digit-strips, 1950, 450, 600, 260b16db20894205",
        "shapes, 975, 225, 300, cc10b8ab0c6dc352",
        "iris, 96, 24, 30, dc10ab0f24b90ea8",
        "wine, 115, 27, 36, 0ed672ba7616500a",
        "breast-cancer, 370, 86, 113, 8207ed47a8165f45",
        "penguins, 217, 50, 67, 5085611d13d875c9",
        "diabetes, 288, 66, 88, f436fe664427d841",
        "moons, 650, 150, 200, 3b3435b8936dcfad",
        "circles, 650, 150, 200, 0e73fa0b66f270b7",
        "spirals, 650, 150, 200, 9007fb8551b0e08f",
        "xor, 650, 150, 200, 986faf038815958a",
        "gaussians, 649, 150, 201, 187b89573282b9bf",
        "stroke-digits, 3250, 750, 1000, 339dd6a0c6548fb9",
        "hard-digits, 3250, 750, 1000, ec6a2afc2da0ae79",
        "faces, 780, 180, 240, 6c947c4fd7402934",
        "strangers, 1300, 300, 400, 76da22c4488347a0",
        "tones, 1298, 300, 402, 7c0e817fb5bb63e9",
        "vowels, 1300, 300, 400, 136c123301238673",
        "sentiment-grammar, 2600, 600, 800, 7e1d472de872ddde",
        "brackets, 3250, 750, 1000, a07e854b68d750d7",
        "dates, 6500, 1500, 2000, d5d5a2b5bf5f590c",
        "english-french, 6500, 1500, 2000, 72818e99928d3f75",
        "addition, 6500, 1500, 2000, 6bf17a19cbdd5649",
        "sines, 1902, 402, 552, 7cd51f8a8291807b",
        "mackey-glass, 1907, 407, 557, 0c6c9735391467f7",
        "lorenz, 1931, 431, 581, 3d07d75a4955aad9",
        "ratings, 26000, 6000, 8000, 7451d4d63089cc4e",
        "plane, 325, 75, 100, b7d9d1d3920322a2",
    })
    void everySetIsTheSameOnEveryMachine(String id, int train, int validation, int test, String start)
            throws DatasetException {
        Dataset dataset = DatasetCatalogue.builtIn().load(DataReference.of(id));
        assertThat(dataset.train().size()).isEqualTo(train);
        assertThat(dataset.validation().size()).isEqualTo(validation);
        assertThat(dataset.test().size()).isEqualTo(test);
        assertThat(dataset.fingerprint()).hasSize(64).startsWith(start);
    }
}

/** Training of word vectors with Deeplearning4j's Word2Vec. */
@NullMarked
package org.vitrine.worker.words;

import org.jspecify.annotations.NullMarked;

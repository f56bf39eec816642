package org.vitrine.runs.store;

import java.nio.file.Path;

/** The folder of one session worker: {@code sessions/<n>/} in its run. */
public record SessionDirectory(RunDirectory run, Path path) implements WorkerFiles {}

package org.vitrine.runs.store;

/** Why a run failed, and what helps. */
public record Failure(String what, String cure) {}

package org.vitrine.runs.store;

import org.vitrine.runs.RunException;

/** Why a run failed, and what helps. */
public record Failure(String what, String cure) {

    /** Both as sentences. */
    public String message() {
        return String.valueOf(new RunException(what, cure).getMessage());
    }
}

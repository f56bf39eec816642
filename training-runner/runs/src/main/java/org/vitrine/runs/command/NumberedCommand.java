package org.vitrine.runs.command;

/** A command and its line in the file, from 0. */
public record NumberedCommand(int sequence, WorkerCommand command) {}

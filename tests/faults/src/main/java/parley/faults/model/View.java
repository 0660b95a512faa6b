package parley.faults.model;

/**
 * The lines of a conversation that a client held at the end of the run.
 *
 * @param from the position from which the client holds everything; 0 for the complete conversation
 */
public record View(String device, long user, long conversation, long from, Lines lines) {}

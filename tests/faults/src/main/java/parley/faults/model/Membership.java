package parley.faults.model;

/**
 * An attempt to add a user to a group or to remove one.
 *
 * @param acknowledged whether the response confirmed the change; otherwise it may or may not have happened
 */
public record Membership(long conversation, long actor, long user, boolean joins, boolean acknowledged) {}

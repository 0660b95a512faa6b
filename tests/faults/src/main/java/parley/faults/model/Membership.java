package parley.faults.model;

/**
 * An attempt to change who belongs to a group, or its making.
 *
 * @param joins false: {@code user} is taken out
 * @param acknowledged whether the answer said that something changed; otherwise it may or may not have
 */
public record Membership(long conversation, long actor, long user, boolean joins, boolean acknowledged) {}

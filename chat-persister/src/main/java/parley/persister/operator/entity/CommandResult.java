package parley.persister.operator.entity;

/**
 * What came of a command.
 *
 * @param done false where it was refused or failed
 */
public record CommandResult(boolean done, String sentence) {}

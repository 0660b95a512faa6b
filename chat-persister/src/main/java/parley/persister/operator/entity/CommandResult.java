package parley.persister.operator.entity;

/**
 * The result of a command.
 *
 * @param done false if it was refused or failed
 */
public record CommandResult(boolean done, String sentence) {}

package parley.domain.own.entity;

/**
 * The outcome of writing a draft.
 *
 * @param stored what is stored afterwards: the given text, or a later one
 * @param changed whether what the user sees has changed
 */
public record DraftChange(Draft stored, boolean changed) {}

package parley.domain.outbox.entity;

import parley.domain.identity.UserId;

/**
 * @param user who does not want to be contacted
 * @param blocked by whom
 * @param holds false if the block was lifted
 * @param version increases with each change of this block
 */
public record BlockChange(UserId user, UserId blocked, boolean holds, long version) implements OutboxChange {}

package parley.domain.account.entity;

import parley.domain.identity.UserId;

/** @param user who does not want to be contacted by {@code blocked} */
public record Block(UserId user, UserId blocked) {}

package parley.domain.account.entity;

import parley.domain.identity.UserId;

/** What the directory says of a user: no secret. */
public record Person(UserId id, String username, String displayName) {}

package parley.web.account;

import parley.domain.identity.UserId;

/** CDI event: the user has blocked or unblocked another user, on this node. */
public record BlocksChanged(UserId user) {}

package parley.web.account.signin;

import parley.domain.identity.UserId;

/** CDI event: sessions of a user were ended before their tokens expired, on any node. */
public record UserSessionsEnded(UserId user) {}

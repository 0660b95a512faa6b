package parley.web.own.sync;

import parley.domain.account.entity.UserProfile;

/** CDI event: a user has changed their display name, on this node. */
public record ProfileChanged(UserProfile person) {}

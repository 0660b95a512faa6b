package parley.domain.account.entity;

import parley.domain.identity.UserId;

/** A user's public profile. */
public record UserProfile(UserId id, String username, String displayName) {}

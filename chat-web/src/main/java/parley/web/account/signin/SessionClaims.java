package parley.web.account.signin;

import java.time.Instant;
import parley.domain.account.entity.UserProfile;

/** The claims of a session token. */
record SessionClaims(UserProfile person, String id, Instant issuedAt, Instant expiresAt) {}

package parley.web.account.signin;

import java.time.Instant;
import parley.domain.account.entity.UserProfile;

/** What a session token says: who has signed in, and until when. */
record SessionClaims(UserProfile person, String id, Instant expiresAt) {}

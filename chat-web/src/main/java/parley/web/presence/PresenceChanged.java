package parley.web.presence;

import java.util.Set;
import parley.domain.identity.UserId;

/** CDI event: these users came online or went offline, on any node. */
public record PresenceChanged(Set<UserId> users) {}

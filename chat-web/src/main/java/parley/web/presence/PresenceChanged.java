package parley.web.presence;

import java.util.Set;
import parley.domain.identity.UserId;

/** CDI event: what others see of these users has changed, on any node. */
public record PresenceChanged(Set<UserId> users) {}

package parley.domain.message.entity;

import java.time.Instant;
import parley.domain.identity.Position;

/** Where and when the log took something. */
public record Accepted(Position pos, Instant ts) {}

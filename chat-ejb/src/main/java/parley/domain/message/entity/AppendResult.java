package parley.domain.message.entity;

import java.time.Instant;
import parley.domain.identity.Position;

/** The position and append time of a record. */
public record AppendResult(Position pos, Instant ts) {}

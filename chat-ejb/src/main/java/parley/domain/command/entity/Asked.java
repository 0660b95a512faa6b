package parley.domain.command.entity;

import java.time.Instant;

/**
 * A command and what became of it.
 *
 * @param state asked, running, done or failed
 * @param takenAt when a persister last said that it works on it; null before one took it
 * @param endedAt null before it was carried out
 * @param result in a sentence; while it runs, how far it is; null before that
 */
public record Asked(
        long id,
        Command command,
        String by,
        Instant at,
        String state,
        Instant takenAt,
        Instant endedAt,
        String result) {}

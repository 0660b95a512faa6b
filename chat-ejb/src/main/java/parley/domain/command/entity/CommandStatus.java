package parley.domain.command.entity;

import java.time.Instant;

/**
 * The state of an operator command.
 *
 * @param state asked, running, done or failed
 * @param takenAt when a persister last reported progress; null until one takes it
 * @param endedAt null until it ends
 * @param result the result in a sentence, or the progress while it is running; otherwise null
 */
public record CommandStatus(
        long id,
        Command command,
        String by,
        Instant at,
        String state,
        Instant takenAt,
        Instant endedAt,
        String result) {}

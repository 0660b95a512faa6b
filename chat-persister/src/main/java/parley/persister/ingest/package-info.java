/**
 * Ingest brings the log into the database: it takes records as they come, and lets go of them when they are stored.
 * <ul>
 * <li>PI-1 A record is acknowledged to Kafka only after the transaction that accounts for it has committed.
 * <li>PI-2 The records of one partition are stored strictly in the log's order, one batch at a time; those of others
 *     meanwhile.
 * <li>PI-3 No more is asked for than what has been acknowledged makes room for.
 * <li>PI-4 While the database fails, everything is kept and tried again, at most every 10 s, for ever.
 * <li>PI-5 What lies between {@code next_offset} and the first record handed over is read from the log first.
 * <li>PI-6 Where the log no longer has that range, the partition stops: its records are acknowledged unstored, health
 *     says so, and it goes on by itself when the range is there or {@code next_offset} was set.
 * <li>PI-7 An error of the data is found by bisecting, and that record alone is parked.
 * <li>PI-8 After a commit {@code next_offset} is announced; the last one is announced for certain.
 * <li>PI-9 A receipt moves a place read only forward, and not before what it names is stored.
 * <li>PI-10 No exception reaches a channel: it would end it.
 * </ul>
 */
package parley.persister.ingest;

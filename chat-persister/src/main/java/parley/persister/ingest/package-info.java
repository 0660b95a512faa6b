/**
 * Brings the log into the database. A record passes, in this order: {@code ChannelSubscriber} (takes it from Kafka),
 * {@code PartitionQueue} (batches and retries), {@code IdentityGate} (is it still our log?), {@code StoppedPartitions},
 * {@code BatchProcessor} (fills gaps, bisects, parks), {@code BatchStore} (the transaction); then {@code next_offset} is
 * announced and the record acknowledged.
 * <ul>
 * <li>PI-1 A record is acknowledged to Kafka only after the transaction that accounts for it has committed.
 * <li>PI-2 Records of one partition are stored strictly in the log's order, one batch at a time; partitions are
 *     independent.
 * <li>PI-3 The subscriber never requests more than what it has acknowledged makes room for.
 * <li>PI-4 While the database fails, all records are kept and retried without limit, at least every 10 s.
 * <li>PI-5 What lies between {@code next_offset} and the first record handed over is read from the log first.
 * <li>PI-6 Where the log no longer has that range, the partition stops: its records are acknowledged unstored, and
 *     health reports it. It resumes automatically when the range is available or {@code next_offset} was moved.
 * <li>PI-7 A data error is found by bisecting, and that record alone is parked.
 * <li>PI-8 After a commit {@code next_offset} is announced; announcements may be combined, but the last one is sent.
 * <li>PI-9 A receipt moves a read position only forward, and not before the message that it names is stored.
 * <li>PI-10 No exception reaches a channel: it would end it.
 * </ul>
 */
package parley.persister.ingest;

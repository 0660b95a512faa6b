/**
 * Stores the log in the database. A record passes through {@code ChannelSubscriber} (receives it from Kafka),
 * {@code PartitionQueue} (batches and retries), {@code BatchProcessor} (verifies the log, fills gaps),
 * {@code BisectingStore} (parks unstorable records) and {@code BatchStore} (the transaction). After the commit,
 * {@code NextOffsetAnnouncer} announces {@code next_offset}, and the queue acknowledges the record.
 * <ul>
 * <li>A record is acknowledged to Kafka only after the transaction that accounts for it has committed.
 * <li>Records of one partition are stored strictly in the log's order, one batch at a time; partitions are independent.
 * <li>The number of records received and not yet acknowledged is limited.
 * <li>While the database fails, all records are kept and retried without limit, at least every 10 s.
 * <li>The range between {@code next_offset} and the first record received is read from the log first.
 * <li>If the log no longer has that range, the partition stops: its records are acknowledged without being stored, and
 *     health reports it. It continues when the range is available or {@code next_offset} was moved.
 * <li>A record with a data error is found by bisecting, and only that record is parked.
 * <li>After a commit {@code next_offset} is announced; announcements may be combined, but the last one is sent.
 * <li>Receipts of a member take effect in the order of {@code chat_receipts}, each once.
 * <li>No exception reaches a channel, because it would end the channel.
 * </ul>
 */
package parley.persister.ingest;

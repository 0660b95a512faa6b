package parley.cli.backup;

/**
 * How far the database is in a partition of the log.
 *
 * @param nextOffset the first offset that it does not account for
 */
public record PartitionPosition(int partition, String topicId, int epoch, long nextOffset) {}

package parley.persister.ingest.entity;

/**
 * The state of a partition.
 *
 * @param waiting records received and not yet acknowledged
 * @param trouble why the last attempt failed, or null
 * @param stopped why it stopped, or null
 */
public record PartitionStatus(int partition, int waiting, String trouble, String stopped) {}

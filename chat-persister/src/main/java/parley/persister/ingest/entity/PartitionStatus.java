package parley.persister.ingest.entity;

/**
 * How a partition stands.
 *
 * @param waiting records taken and not yet acknowledged
 * @param trouble why the last try failed, or null
 * @param stopped why it stopped, or null
 */
public record PartitionStatus(int partition, int waiting, String trouble, String stopped) {}

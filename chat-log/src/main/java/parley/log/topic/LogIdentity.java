package parley.log.topic;

/** Identifies a log: a different topic id, partition count or epoch is a different log. */
public record LogIdentity(String topicId, int partitions, int epoch) {}

package parley.log.topic;

/** Which log this is: another topic id, partition count or a lower epoch is another log. */
public record LogIdentity(String topicId, int partitions, int epoch) {}

package parley.bench.scale;

/**
 * Cost of a message in microseconds of one core.
 *
 * @param admission at the sender's node: read the frame, decide, append, answer
 * @param broker append a record
 * @param fetch return a record to one reader
 * @param read at every node: add the record to index and tail
 * @param deliver at a receiver's node, for each socket
 * @param store at the persister
 * @param insert at the database
 */
public record MessageCost(
        double admission, double broker, double fetch, double read, double deliver, double store, double insert) {}

package parley.bench.scale;

/**
 * What a message costs, in microseconds of one core.
 *
 * @param intake at the sender's node: reading the frame, deciding, appending, answering
 * @param broker appending a record
 * @param fetch giving a record to one reader
 * @param read at every node: taking the record in
 * @param deliver at a receiver's node: for each receiver's socket
 * @param store at the persister
 * @param insert at the database
 */
public record CostsOfAMessage(
        double intake, double broker, double fetch, double read, double deliver, double store, double insert) {}

package parley.faults.crash;

/** The places of the crash points, as Byteman rules name them. */
public enum CrashPoint {
    BEFORE_THE_RECORD_IS_PRODUCED("parley.web.message.admission.PublishQueue", "publish", "ENTRY", "TRUE"),

    /** The record is in the log and its node has read it, but no client of the node has been told. */
    AFTER_THE_RECORD_IS_PRODUCED("parley.web.message.delivery.Delivery", "take", "ENTRY", "TRUE"),

    /** The rows are committed, but the records are not acknowledged to Kafka. */
    AFTER_THE_COMMIT(
            "parley.persister.ingest.control.ChannelSubscriber",
            "acknowledge",
            "ENTRY",
            "$this.channel.equals(\"log\")"),

    /** The dead letter is published, but the database does not know it. */
    BETWEEN_PARKING_AND_COMMIT("parley.persister.deadletter.boundary.DeadLetters", "put", "EXIT", "TRUE"),

    BEFORE_THE_RELAY_SENDS("parley.web.membership.relay.OutboxRelay", "send", "ENTRY", "TRUE"),

    /** Both topics have the change, but its row is still in the outbox. */
    AFTER_THE_RELAY_SENT("parley.web.membership.relay.OutboxRelay", "send", "EXIT", "TRUE");

    /** The exit status of a process that crashed at one. */
    public static final int STATUS = 77;

    private final String type;
    private final String method;
    private final String at;
    private final String when;

    CrashPoint(String type, String method, String at, String when) {
        this.type = type;
        this.method = method;
        this.at = at;
        this.when = when;
    }

    /** @param armed the file that arms it; it is deleted at the crash, so that the next start succeeds */
    String rule(String armed) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                AT %s
                BIND armed : java.io.File = new java.io.File("%s")
                IF %s AND armed.delete()
                DO java.lang.Runtime.getRuntime().halt(%d)
                ENDRULE
                """.formatted(name(), type, method, at, armed, when, STATUS);
    }
}

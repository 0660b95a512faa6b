package parley.faults.crash;

/** Where, in Byteman's words. */
public enum CrashPoint {
    BEFORE_THE_RECORD_IS_PRODUCED("parley.web.message.admission.PublishQueue", "publish", "ENTRY", "TRUE"),

    /** The log has it, its own node has read it, and nobody here has been told. */
    AFTER_THE_RECORD_IS_PRODUCED("parley.web.message.delivery.Delivery", "take", "ENTRY", "TRUE"),

    /** The rows are there, and Kafka would hand the records over again. */
    AFTER_THE_COMMIT(
            "parley.persister.ingest.control.ChannelSubscriber",
            "acknowledge",
            "ENTRY",
            "$this.channel.equals(\"log\")"),

    /** The dead letters have it, and the database does not know. */
    BETWEEN_PARKING_AND_COMMIT("parley.persister.deadletter.boundary.DeadLetters", "put", "EXIT", "TRUE"),

    BEFORE_THE_RELAY_SENDS("parley.web.membership.relay.OutboxRelay", "send", "ENTRY", "TRUE"),

    /** Both topics have the change, and its row is still in the outbox. */
    AFTER_THE_RELAY_SENT("parley.web.membership.relay.OutboxRelay", "send", "EXIT", "TRUE");

    /** The exit status of a process that died of one. */
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

    /** @param armed the file that arms it; it is gone when the process dies, so that the next start lives */
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

package parley.devservices.launch;

/** What nobody has configured. */
record Missing(boolean broker, boolean database) {

    boolean covers(String key) {
        return EmbeddedConfigSource.KAFKA.equals(key) ? broker : database;
    }

    /** The value of the child's {@code --only}. */
    String only() {
        return broker && database ? "both" : broker ? "broker" : "database";
    }
}

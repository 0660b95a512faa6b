package parley.devservices.launch;

/** Which services have no configured address. */
record Missing(boolean broker, boolean database) {

    boolean covers(String key) {
        return EmbeddedConfigSource.KAFKA.equals(key) ? broker : database;
    }

    /** The value of the child's {@code --only}. */
    String only() {
        return broker && database ? "both" : broker ? "broker" : "database";
    }
}

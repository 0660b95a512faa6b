/**
 * A {@link parley.cluster.server.TestCluster} of real processes: a Kafka broker, a database, chat nodes and persisters,
 * each Parley server an Open Liberty of its own.
 * <ul>
 * <li>Ports are free ones. Data and logs are below {@code tests/system/target/cluster-1} (system property
 *     {@code cluster.dir}; the second JVM of tests has cluster-2) and deleted before each run.
 * <li>Between the servers and the database is a proxy, so that a database that is not ours can be cut off, too.
 * <li>With ST_DB_HOST, ST_DB_PORT, ST_DB_USER, ST_DB_PASSWORD and ST_DB_NAME the shared cluster uses an external
 *     database, whose schema is dropped and created again.
 * <li>No process outlives the tests: a shutdown hook kills all, and the next run kills what a killed run left.
 * </ul>
 */
package parley.cluster.server;

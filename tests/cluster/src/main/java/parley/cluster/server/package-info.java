/**
 * The world of the system tests: real processes only. A broker and a database (the embedded child, once for each),
 * two chat nodes and a persister, each a Liberty of its own. It is started once for the module, and a test that ends
 * a part of it leaves the rest to {@link parley.cluster.server.TestCluster#whole()}.
 * <ul>
 * <li>ST-1 Free ports are used; data is stored below {@code tests/system/target/cluster} and deleted before each run.
 * <li>ST-2 Between the servers and the database lies a link, so that a database that is not ours can be taken away too.
 * <li>ST-3 With ST_DB_HOST, ST_DB_PORT, ST_DB_USER, ST_DB_PASSWORD and ST_DB_NAME the database is one from outside.
 *     Its schema is dropped and made anew.
 * <li>ST-4 Nothing outlives the tests: children hang on a leash, servers are ended by a hook, and those of a run that
 *     was killed by the next one.
 * </ul>
 */
package parley.cluster.server;

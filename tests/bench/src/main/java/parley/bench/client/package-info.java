/**
 * Those who load the servers: thousands of sockets on one thread, which shares the machine with what it measures.
 * <ul>
 * <li>CL-1 A frame shall cost as little as can be: one is a copied template, an answer is searched for the few fields
 *     that are needed; nothing is parsed.
 * <li>CL-2 A send's number is its {@code id} and the end of its {@code cid}, so that {@code ok} and {@code msg} name it.
 * <li>CL-3 What a client is told stays strict: an unexpected answer, close or refusal is counted or thrown, never passed over.
 * <li>CL-4 All but {@link parley.bench.client.Loop} lives on the loop's thread alone.
 * </ul>
 */
package parley.bench.client;

/**
 * What operators see and do over REST.
 * <ul>
 * <li>It starts, watches and drains all components; no component uses it.
 * <li>OP-1 Only whom the configuration names an operator shall be let in; others get 403, nobody 401.
 * <li>OP-2 A command is asked for here and carried out by a persister; who asked is kept with it.
 * </ul>
 */
package parley.web.ops;

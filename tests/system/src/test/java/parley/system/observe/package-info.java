/** What operators see of a running installation: traces, metrics and logs. */
package parley.system.observe;

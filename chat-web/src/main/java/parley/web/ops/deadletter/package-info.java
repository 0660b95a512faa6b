/** The dead letters that are still parked, for operators; without their contents. */
package parley.web.ops.deadletter;

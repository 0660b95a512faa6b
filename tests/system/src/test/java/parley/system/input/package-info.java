/** What anybody on the network may send: nothing of it may hang, fail on our side, or be let in where it may not. */
package parley.system.input;

/** What a node refuses to people and programs that ask for too much, guess, or pretend to be somebody they are not. */
package parley.system.abuse;

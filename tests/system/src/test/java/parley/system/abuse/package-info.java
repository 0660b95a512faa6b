/** Protection against excessive requests, guessing and impersonation. */
package parley.system.abuse;

/** Which part of Parley this process is. */
package parley.log.role;

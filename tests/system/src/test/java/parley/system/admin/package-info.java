/** The administrator's command line against real servers. */
package parley.system.admin;

/** REST: conversations, their members, and their messages. */
package parley.web.message.boundary;

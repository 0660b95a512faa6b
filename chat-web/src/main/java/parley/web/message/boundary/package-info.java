/** REST resources for conversations, their members and their messages. */
package parley.web.message.boundary;

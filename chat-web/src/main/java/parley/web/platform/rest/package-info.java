/** What all REST resources share: the caller, the fields of a request, and the limits of calls. */
package parley.web.platform.rest;

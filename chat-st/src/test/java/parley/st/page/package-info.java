/** The page in a real browser: two people at once, by mouse and by keyboard, in light and dark, wide and narrow. */
package parley.st.page;

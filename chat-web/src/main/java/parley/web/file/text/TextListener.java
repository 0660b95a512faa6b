package parley.web.file.text;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Tells where the files of the application are. */
@WebListener
public class TextListener implements ServletContextListener {

    @Inject
    ExtractorClassPath classPath;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        classPath.in(event.getServletContext());
    }
}

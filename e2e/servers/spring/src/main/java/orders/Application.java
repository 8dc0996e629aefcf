package orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Spring Boot with its defaults: Tomcat, Jackson, Bean Validation, and its own JSON for every error not handled here. */
@SpringBootApplication
public class Application {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(Behaviour.CHOSEN.properties);
        application.run(args);
    }

    @EventListener
    void announce(WebServerInitializedEvent event) {
        System.out.println("listening on " + event.getWebServer().getPort());
    }
}

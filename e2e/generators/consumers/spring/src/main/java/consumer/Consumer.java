package consumer;

import org.openapitools.OpenApiGeneratorApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Starts the generated server, with a delegate that decides what the contract documents. */
@Configuration
@ComponentScan
public class Consumer {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(OpenApiGeneratorApplication.class, Consumer.class);
        // As arguments, because they must win over the generated application.properties.
        var context = (ServletWebServerApplicationContext) application.run("--server.port=" + System.getenv("PORT"));
        System.out.println("listening on " + context.getWebServer().getPort());
    }
}

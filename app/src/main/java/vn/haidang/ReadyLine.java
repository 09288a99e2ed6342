package vn.haidang;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the platform can be reached, once it can. */
@Component
class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final Environment environment;

    ReadyLine(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var scheme = environment.containsProperty("server.ssl.certificate") ? "https" : "http";
            LOG.info(
                    "Haidang is ready: {}://{}:{}/ (Ctrl-C stops it)",
                    scheme,
                    environment.getProperty("haidang.bind"),
                    web.getWebServer().getPort());
        }
    }
}

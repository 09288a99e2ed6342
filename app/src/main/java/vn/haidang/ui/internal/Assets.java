package vn.haidang.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The addresses of style sheets, scripts, fonts and pictures: the build writes each under a name that carries its hash. */
@Component
class Assets {

    static final String FOLDER = "/assets/";

    private final Properties hashed = new Properties();

    Assets() {
        var manifest = new ClassPathResource("ui/assets.properties");
        if (!manifest.exists()) {
            return;
        }
        try (var in = manifest.getInputStream()) {
            hashed.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path(String name) {
        return FOLDER + hashed.getProperty(name, name);
    }
}

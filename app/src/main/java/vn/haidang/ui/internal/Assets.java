package vn.haidang.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The addresses of style sheets, scripts, fonts and pictures: the build writes each under a name that carries its hash. */
@Component
public class Assets {

    /** The files of the typeface that every page needs, in the order of their need. */
    public static final List<String> FONTS = List.of("be-vietnam-pro-400.woff2", "be-vietnam-pro-700.woff2");

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

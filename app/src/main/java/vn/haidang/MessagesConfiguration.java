package vn.haidang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of every module: one file per module under {@code messages/}, Vietnamese first, English beside it. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final Pattern DEFAULT_LANGUAGE = Pattern.compile("[a-z]+\\.properties");

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    static String[] basenames() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            return Arrays.stream(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .filter(name -> DEFAULT_LANGUAGE.matcher(name).matches())
                    .map(name -> "messages/" + name.substring(0, name.indexOf('.')))
                    .sorted()
                    .distinct()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

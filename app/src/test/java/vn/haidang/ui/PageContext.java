package vn.haidang.ui;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import vn.haidang.ui.spi.AccessPolicy;

/** The pages of module ui alone, with handlers that misbehave on request and a visitor the test decides about. */
@Configuration
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan(
        basePackages = "vn.haidang.ui",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|PageContext).*"))
public class PageContext {

    @Bean
    ResourceBundleMessageSource messageSource() {
        return words();
    }

    public static ResourceBundleMessageSource words() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/ui");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** The pages as a browser meets them: behind the filters. */
    public static MockMvcTester open(WebApplicationContext context) {
        return MockMvcTester.from(
                context,
                pages -> pages.addFilters(context.getBeanProvider(Filter.class)
                                .orderedStream()
                                .toArray(Filter[]::new))
                        .build());
    }

    @Bean
    AccessPolicy policy() {
        return new HeaderPolicy();
    }
}

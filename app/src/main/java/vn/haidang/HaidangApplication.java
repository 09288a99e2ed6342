package vn.haidang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/** The one program: every direct sub-package is a module; see docs/architecture. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Haidang")
@EnableConfigurationProperties(HaidangSettings.class)
@Import({DatabaseConfiguration.class, ClockConfiguration.class, MessagesConfiguration.class})
public class HaidangApplication {

    public static void main(String[] args) {
        SpringApplication.run(HaidangApplication.class, args);
    }
}

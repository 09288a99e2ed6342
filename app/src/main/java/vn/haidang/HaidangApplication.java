package vn.haidang;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import sun.misc.Signal;

/** The one program: every direct sub-package is a module; see docs/architecture. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Haidang")
@EnableConfigurationProperties(HaidangSettings.class)
public class HaidangApplication {

    /** Without a word starts the server; with one runs that verb and ends with its exit code. */
    public static void main(String[] args) {
        if (Restore.isMeant(args)) {
            System.exit(new Restore(System.getenv()).run(Restore.arguments(args), System.out, System.err));
        }
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.exit(CommandLine.execute(args));
        }
        List.of("INT", "TERM").forEach(HaidangApplication::stopOn);
        SpringApplication.run(HaidangApplication.class, args);
    }

    /** Being asked to stop is no failure: the exit code is 0, where the JVM's own answer would name the signal. */
    private static void stopOn(String signal) {
        Signal.handle(new Signal(signal), asked -> System.exit(0));
    }
}

package vn.haidang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.core.env.MapPropertySource;
import vn.haidang.ui.spi.Verb;

/**
 * Runs one {@link Verb} and ends: on the database of the running server when there is one, else on the database started
 * alone. Nothing else of the platform starts, neither pages nor jobs nor the loading of reference data.
 */
final class CommandLine extends SpringApplication {

    private int exitCode = StartRefused.FAILED;

    private CommandLine(String verb) {
        super(HaidangApplication.class);
        setWebApplicationType(WebApplicationType.NONE);
        setLazyInitialization(true);
        addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "verb",
                        Map.of(
                                // a backup is taken before a newer program migrates, too
                                "spring.flyway.enabled",
                                !verb.equals(Backup.VERB),
                                "spring.modulith.events.republish-outstanding-events-on-restart",
                                false,
                                "db-scheduler.enabled",
                                false))));
        addInitializers(
                context -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingStarts()));
        setDefaultProperties(Map.of(
                "haidang.attach", "true",
                "logging.level.root", "warn"));
    }

    /** Answers the exit code of the verb named by the first argument. */
    static int execute(String... arguments) {
        var application = new CommandLine(arguments[0]);
        try {
            application.run(arguments);
        } catch (AbandonedRunException done) {
            var context = done.getApplicationContext();
            if (context != null) {
                context.close();
            }
        }
        return application.exitCode;
    }

    @Override
    protected void afterRefresh(ConfigurableApplicationContext context, ApplicationArguments arguments) {
        var words = Arrays.asList(arguments.getSourceArgs());
        exitCode = perform(context, words.getFirst(), words.subList(1, words.size()));
        throw new AbandonedRunException(context);
    }

    /** The platform's own verbs come first: a backup is written of what is there, before any other bean has touched it. */
    private static int perform(ConfigurableApplicationContext context, String name, List<String> arguments) {
        List<String> known = new ArrayList<>();
        for (var bean : Stream.of(context.getBeanNamesForType(Verb.class, true, false))
                .sorted()
                .toList()) {
            var verb = context.getBean(bean, Verb.class);
            if (verb.name().equals(name)) {
                return verb.run(arguments, System.out);
            }
            known.add(verb.name());
        }
        System.err.println("haidang: no verb \"" + name + "\"; there are " + known);
        return StartRefused.WRONG_USE;
    }

    /** What the program does from its start on, such as loading reference data and sealing, is not done for a verb. */
    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}

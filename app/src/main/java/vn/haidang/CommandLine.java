package vn.haidang;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import vn.haidang.ui.spi.Verb;

/**
 * Runs one {@link Verb} and ends: on the database of the running server when there is one, else on the database started
 * alone. Nothing else of the platform starts, neither pages nor jobs nor the loading of reference data.
 */
final class CommandLine extends SpringApplication {

    private int exitCode = StartRefused.FAILED;

    private CommandLine() {
        super(HaidangApplication.class);
        setWebApplicationType(WebApplicationType.NONE);
        setLazyInitialization(true);
        setDefaultProperties(Map.of(
                "haidang.attach", "true",
                "db-scheduler.enabled", "false",
                "logging.level.root", "warn"));
    }

    /** Answers the exit code of the verb named by the first argument. */
    static int execute(String... arguments) {
        var application = new CommandLine();
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

    private static int perform(ConfigurableApplicationContext context, String name, List<String> arguments) {
        var verbs = context.getBeanProvider(Verb.class).stream()
                .sorted(Comparator.comparing(Verb::name))
                .toList();
        for (var verb : verbs) {
            if (verb.name().equals(name)) {
                return verb.run(arguments, System.out);
            }
        }
        System.err.println("haidang: no verb \"" + name + "\"; there are "
                + verbs.stream().map(Verb::name).toList());
        return StartRefused.WRONG_USE;
    }
}

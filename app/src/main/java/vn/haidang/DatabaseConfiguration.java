package vn.haidang;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * The database under its three roles: migrations run as owner, the application as app, and the journal's retirement as
 * retention, which is injected as {@code @Qualifier("retention") JdbcClient}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Home home(HaidangSettings settings) {
        return Home.at(Path.of(settings.home()));
    }

    /**
     * Closed last, after everything that talks to it; also by a program asked to stop while it still starts, whose context then
     * closes nothing.
     */
    @Bean
    @ConditionalOnMissingBean
    @Lazy
    EmbeddedDatabase embeddedDatabase(Home home) {
        var database = EmbeddedDatabase.start(home);
        SpringApplication.getShutdownHandlers().add(database::close);
        return database;
    }

    @Bean
    DatabaseAddresses databaseAddresses(
            HaidangSettings settings, Home home, ObjectProvider<EmbeddedDatabase> embedded) {
        if (!settings.embedded()) {
            return DatabaseAddresses.external(settings.database());
        }
        return Optional.of(home)
                .filter(folder -> settings.attach())
                .flatMap(DatabaseAddresses::running)
                .orElseGet(() -> DatabaseAddresses.of(embedded.getObject()));
    }

    @Bean
    JdbcConnectionDetails applicationDatabase(DatabaseAddresses addresses) {
        var address = addresses.of(DatabaseRole.APP);
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return address.user();
            }

            @Override
            public @Nullable String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDatabase(DatabaseAddresses addresses) {
        refuseHalfRestored(addresses.of(DatabaseRole.OWNER));
        return addresses.of(DatabaseRole.OWNER).source();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("retention") JdbcClient retention(DatabaseAddresses addresses) {
        return JdbcClient.create(addresses.of(DatabaseRole.RETENTION).source());
    }

    /** There is one: without its name the framework looks for a qualifier at the class of every act, each time. */
    @Bean
    static BeanPostProcessor oneTransactionManager() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof TransactionInterceptor interceptor) {
                    interceptor.setTransactionManagerBeanName("transactionManager");
                }
                return bean;
            }
        };
    }

    private static void refuseHalfRestored(DatabaseAddress owner) {
        try {
            if (new RestoredDatabase(owner).isUnfinished()) {
                throw new StartRefused("a restore into this database was cut off: run bin/restore once more"
                        + " (platform/restore-unfinished)");
            }
        } catch (SQLException e) {
            throw new StartRefused("the database does not answer its owner: " + e.getMessage(), e);
        }
    }
}

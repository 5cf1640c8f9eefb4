package liaison.gateway;

import java.time.Duration;
import javax.sql.DataSource;
import liaison.gateway.StoresConfiguration.Stores;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.jdbc.DirectoryImport;
import liaison.gateway.jdbc.JdbcDirectory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Homes, stations, places and people; the demo's where there are none. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    private static final Duration POLL = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    JdbcDirectory directory(DataSource source, Stores stores, LiaisonSettings settings) {
        var directory = new JdbcDirectory(source, POLL);
        if (stores.isDemo(settings.demo()) && directory.isEmpty()) {
            var outcome = new DirectoryImport(source).run(CsvDirectory.demo(), (step, done, of) -> {
            });
            if (!outcome.stored()) {
                throw new IllegalStateException("the demo district is faulty: " + outcome.faults());
            }
            directory.refresh();
        }
        return directory;
    }
}

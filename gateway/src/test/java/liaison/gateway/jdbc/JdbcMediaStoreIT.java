package liaison.gateway.jdbc;

import liaison.bot.media.MediaStore;
import liaison.bot.testing.MediaStoreContract;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterEach;

final class JdbcMediaStoreIT extends MediaStoreContract {
    private final TestStores.Database database = TestStores.migrated();
    private final MediaStore store = new JdbcMediaStore(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected MediaStore store() {
        return store;
    }
}

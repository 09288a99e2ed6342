package vn.haidang;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps components of other tests out of every context: a test takes what it needs with {@code @Import}. */
final class TestSourcesLeftOut extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
        return type.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestSourcesLeftOut;
    }

    @Override
    public int hashCode() {
        return TestSourcesLeftOut.class.hashCode();
    }
}

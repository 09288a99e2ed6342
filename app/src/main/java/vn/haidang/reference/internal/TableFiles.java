package vn.haidang.reference.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Finds the file of a table: in the city's folder ({@code HAIDANG_CITY}) if it is there, else among the shipped ones. */
@Component
public class TableFiles {

    private final Optional<Path> city;

    public TableFiles(@Value("${haidang.city:}") String city) {
        this.city = Optional.of(city).filter(folder -> !folder.isBlank()).map(Path::of);
    }

    public Optional<byte[]> find(String table) {
        var file = table + ".csv";
        try {
            var own = city.map(folder -> folder.resolve(file)).filter(Files::isRegularFile);
            if (own.isPresent()) {
                return Optional.of(Files.readAllBytes(own.get()));
            }
            var shipped = new ClassPathResource("reference-data/" + file);
            return shipped.exists() ? Optional.of(shipped.getContentAsByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

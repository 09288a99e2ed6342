package vn.haidang.reference.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.haidang.reference.spi.Importer;

/** Finds the file of a table: in the city's folder ({@code HAIDANG_CITY}) if it is there, else among the shipped ones. */
@Component
public class TableFiles {

    private static final String UNITS = "organization/unit";
    private static final String ENDING = ".csv";

    private final Optional<Path> city;

    public TableFiles(@Value("${haidang.city:}") String city) {
        this.city = Optional.of(city).filter(folder -> !folder.isBlank()).map(Path::of);
    }

    /** The header alone where the shipped rows would name units that the city's own folder does not have. */
    public Optional<byte[]> find(Importer importer) {
        var table = importer.table();
        if (importer.namesUnits() && own(table).isEmpty() && own(UNITS).isPresent()) {
            var header = String.join(",", importer.columns()) + "\n";
            return Optional.of(header.getBytes(StandardCharsets.UTF_8));
        }
        return find(table);
    }

    public Optional<byte[]> find(String table) {
        try {
            var own = own(table);
            if (own.isPresent()) {
                return Optional.of(Files.readAllBytes(own.get()));
            }
            var shipped = new ClassPathResource("reference-data/" + table + ENDING);
            return shipped.exists() ? Optional.of(shipped.getContentAsByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> own(String table) {
        return city.map(folder -> folder.resolve(table + ENDING)).filter(Files::isRegularFile);
    }
}

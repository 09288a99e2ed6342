package vn.haidang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The accounts a visitor may try, in the order they are printed, and the residents among them. */
final class DemoAccounts {

    /**
     * One account.
     *
     * @param role code of what this person does
     * @param unitKey where, empty for residents
     */
    record Shown(String username, String displayName, String role, String unitKey) {}

    /** One resident as the registers know them. */
    record Known(
            String username, String number, String name, String sex, LocalDate born, String unitKey, String street) {}

    static final List<String> COMMUNES = List.of("commune-11311-c", "commune-11329-c", "commune-11824-c");
    static final List<String> DISTRICTS = List.of("district-303", "district-304");

    /** The units of the little city that live today. */
    static final Set<String> UNITS = Set.copyOf(COMMUNES);

    static final List<Shown> SHOWN = read("demo/account.csv").stream()
            .map(row -> new Shown(row.get("username"), row.get("name"), row.get("role"), row.get("unit")))
            .toList();

    static final List<Known> RESIDENTS = read("demo/resident.csv").stream()
            .map(row -> new Known(
                    row.get("username"),
                    row.get("number"),
                    row.get("name"),
                    row.get("sex"),
                    LocalDate.parse(row.get("born")),
                    row.get("unit"),
                    row.get("street")))
            .toList();

    /** A business with the username of who represents it. */
    record Firm(
            String number,
            String name,
            String kind,
            String unitKey,
            String street,
            String representative,
            String title) {}

    /** A child with the usernames of its parents. */
    record Child(
            String number,
            String name,
            String sex,
            LocalDate born,
            String unitKey,
            String street,
            List<String> parents) {}

    static final List<Firm> BUSINESSES = read("demo/business.csv").stream()
            .map(row -> new Firm(
                    row.get("number"),
                    row.get("name"),
                    row.get("kind"),
                    row.get("unit"),
                    row.get("street"),
                    row.get("representative"),
                    row.get("title")))
            .toList();

    static final List<Child> CHILDREN = read("demo/child.csv").stream()
            .map(row -> new Child(
                    row.get("number"),
                    row.get("name"),
                    row.get("sex"),
                    LocalDate.parse(row.get("born")),
                    row.get("unit"),
                    row.get("street"),
                    List.of(row.get("parents").split(" "))))
            .toList();

    private DemoAccounts() {}

    static List<CSVRecord> read(String file) {
        try (var reader = new java.io.InputStreamReader(
                        new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.getRecords();
        } catch (IOException missing) {
            throw new UncheckedIOException(file, missing);
        }
    }
}

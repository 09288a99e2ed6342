package vn.haidang.organization.internal.boundary;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Boundaries.BoundaryFile;
import vn.haidang.reference.GivenFile;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/** {@code bin/import-boundaries}: takes a GeoJSON file of any size whole or not at all; the same file again changes nothing. */
@Component
class ImportBoundaries implements Verb {

    private static final int TOLD = 500;

    private final BoundaryImport imports;
    private final MessageSource messages;

    ImportBoundaries(BoundaryImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import-boundaries";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var options = new HashMap<String, String>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        var on = day(options.getOrDefault("--on", ""));
        var source = options.getOrDefault("--source", "");
        if (arguments.size() % 2 == 0 || on == null || source.isBlank()) {
            out.println("import-boundaries FILE --on 2025-07-01 --source TEXT [--property NAME]");
            out.println(
                    "FILE is GeoJSON in degrees; the property holds the statistical code the unit bears on that day");
            return 2;
        }
        var path = Path.of(arguments.getFirst());
        if (!Files.isRegularFile(path)) {
            out.println("there is no file " + path.getFileName());
            return 1;
        }
        try {
            var file = new BoundaryFile(GivenFile.of(path), on, options.getOrDefault("--property", ""), source);
            var outcome = imports.run(file, Actor.SYSTEM, number -> tell(number, out));
            out.println(
                    outcome.changed()
                            ? outcome.features() + " features read, " + outcome.units() + " units taken, "
                                    + outcome.outside() + " of no unit here on that day"
                            : "this file was imported before; nothing changed");
            return 0;
        } catch (ProblemException e) {
            out.println("refused, nothing was taken: " + why(e));
            return 1;
        } catch (IOException e) {
            out.println("the file could not be read: " + e.getMessage());
            return 1;
        }
    }

    private String why(ProblemException e) {
        var arguments = e.problem().arguments();
        var key = arguments.size() < 2 ? e.problem().messageKey() : String.valueOf(arguments.get(1));
        return "feature " + (arguments.isEmpty() ? 0 : arguments.getFirst()) + ": "
                + messages.getMessage(key, null, key, Locale.ENGLISH);
    }

    private static void tell(int number, PrintStream out) {
        if (number % TOLD == 0) {
            out.println(number + " features ...");
        }
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package vn.haidang.reference.internal.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ImportCheck;
import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.ImportCheck.State;
import vn.haidang.reference.IntakeReport.Remark;
import vn.haidang.reference.ReferenceData;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/** {@code bin/import-check}: takes what is in the folder {@code HAIDANG_DATA} and tells every row that somebody should look at. */
@Component
class ImportCheckVerb implements Verb {

    private static final int SHOWN = 3;

    private final ImportCheck imports;
    private final ReferenceData referenceData;
    private final MessageSource messages;
    private final String folder;

    ImportCheckVerb(
            ImportCheck imports,
            ReferenceData referenceData,
            MessageSource messages,
            @Value("${haidang.data:}") String folder) {
        this.imports = imports;
        this.referenceData = referenceData;
        this.messages = messages;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "import-check";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!List.of("--all", "--again").containsAll(arguments)) {
            out.println("import-check [--all] [--again]");
            out.println(
                    "--all prints every remark instead of the first of each kind, --again reads what was taken before");
            return 2;
        }
        if (folder.isBlank()) {
            out.println("HAIDANG_DATA is not set: name the folder with the files to import");
            return 2;
        }
        try {
            referenceData.load();
            var telling = new Telling(arguments.contains("--all"), out);
            var files = imports.run(Path.of(folder), arguments.contains("--again"), Actor.SYSTEM, telling);
            sum(files, out);
            return files.stream().anyMatch(file -> file.state() == State.REFUSED) ? 1 : 0;
        } catch (ProblemException e) {
            out.println(words(e.problem().messageKey(), e.problem().arguments()));
            return 1;
        } catch (IOException e) {
            out.println("the folder could not be read: " + e.getMessage());
            return 1;
        }
    }

    private static void sum(List<FileLine> files, PrintStream out) {
        var states = new EnumMap<State, Integer>(State.class);
        files.forEach(file -> states.merge(file.state(), 1, Integer::sum));
        long read = files.stream().mapToLong(file -> file.counts().read()).sum();
        long taken = files.stream().mapToLong(file -> file.counts().taken()).sum();
        long changed = files.stream().mapToLong(file -> file.counts().changed()).sum();
        long leftOut = files.stream().mapToLong(file -> file.counts().leftOut()).sum();
        long doubtful =
                files.stream().mapToLong(file -> file.counts().doubtful()).sum();
        out.printf("%d files %s%n", files.size(), states);
        out.printf(
                "%d rows read, %d taken, %d changed here, %d left out, %d doubtful; %d ms%n",
                read,
                taken,
                changed,
                leftOut,
                doubtful,
                files.stream().mapToLong(FileLine::millis).sum());
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        out.printf(
                "heap at most %d MB of %d MB%n",
                heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private String words(String messageKey, List<Object> arguments) {
        return String.valueOf(
                messages.getMessage(messageKey, arguments.toArray(), messageKey + arguments, Locale.ENGLISH));
    }

    /** Prints while the run goes on. */
    private final class Telling implements ImportCheck.Listener {

        private final boolean all;
        private final PrintStream out;
        private final Map<String, Integer> shown = new HashMap<>();

        Telling(boolean all, PrintStream out) {
            this.all = all;
            this.out = out;
        }

        @Override
        public void remark(String file, Remark remark) {
            var count = shown.merge(remark.messageKey(), 1, Integer::sum);
            if (all || count <= SHOWN) {
                out.printf(
                        "    %s line %d %s: %s%n",
                        remark.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        remark.line(),
                        remark.subject(),
                        words(remark.messageKey(), remark.arguments()));
            }
        }

        @Override
        public void progress(String file, long read) {
            if (read % 5000 == 0) {
                out.printf("  %s: %d rows ...%n", file, read);
            }
        }

        @Override
        public void done(FileLine line, int files) {
            var counts = line.counts();
            out.printf(
                    "%d/%d %s [%s] %s: %d read, %d taken, %d changed, %d left out, %d doubtful, %d ms%n",
                    line.number(),
                    files,
                    line.name(),
                    line.state() == State.UNKNOWN ? "no importer" : String.valueOf(line.kind()),
                    line.state().name().toLowerCase(Locale.ROOT),
                    counts.read(),
                    counts.taken(),
                    counts.changed(),
                    counts.leftOut(),
                    counts.doubtful(),
                    line.millis());
            if (line.state() == State.UNKNOWN) {
                out.printf(
                        "    not taken: %s%n",
                        words(ImportCheck.why(line).orElse("reference.imports.no-kind"), List.of()));
            }
            shown.forEach((messageKey, count) -> {
                if (!all && count > SHOWN) {
                    out.printf("    ... %d in all: %s%n", count, messageKey);
                }
            });
            shown.clear();
        }
    }
}

package vn.haidang.organization.internal.boundary;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Boundaries.BoundaryFile;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.reference.Folding;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.spi.Intake;

/**
 * A map of units. Codes are recycled, so the day on which the units bear them is found out: the one on which most features have the
 * code and the name of a unit, the latest of several.
 */
@Component
class BoundaryIntake implements Intake {

    private final BoundaryImport imports;
    private final UnitTrees trees;

    BoundaryIntake(BoundaryImport imports, UnitTrees trees) {
        this.imports = imports;
        this.trees = trees;
    }

    @Override
    public String kind() {
        return "organization/boundaries";
    }

    @Override
    public List<String> after() {
        return List.of("organization/unit-list");
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".geojson")
                || file.beginning().contains("\"FeatureCollection\"");
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) throws IOException {
        try {
            var fit = fit(file, report);
            if (fit.isEmpty()) {
                report.refuse(0, file.name(), "organization.boundary.no-unit");
                return;
            }
            var day = fit.get().day();
            var outcome = imports.run(new BoundaryFile(file.given(), day, "", file.name()), Actor.SYSTEM, number -> {});
            report.taken(fit.get().units());
            report.changed(outcome.changed() ? outcome.units() : 0);
            if (fit.get().outside() > 0) {
                report.doubtful(
                        0, file.name(), "organization.intake.outside", fit.get().outside(), day);
            }
        } catch (GeoJsonStream.Unreadable e) {
            report.refuse(e.feature(), "", e.messageKey());
        }
    }

    /** @param outside features of no unit here on the day */
    private record Fit(LocalDate day, long units, long outside) {}

    private Optional<Fit> fit(PublishedFile file, IntakeReport report) throws IOException {
        var tree = trees.fresh();
        var guesses = new ArrayList<Guess>();
        tree.epochs().forEach(day -> guesses.add(new Guess(day, new FeatureUnits(tree, day, ""))));
        int features;
        try (var in = file.given().open()) {
            features = GeoJsonStream.read(in, feature -> {
                report.read();
                guesses.forEach(guess -> guess.look(feature.properties()));
            });
        }
        Guess best = null;
        for (var guess : guesses) {
            if (guess.codes > 0 && (best == null || guess.score() >= best.score())) {
                best = guess;
            }
        }
        return Optional.ofNullable(best).map(guess -> new Fit(guess.day, guess.codes, features - guess.codes));
    }

    /** How well the features fit the units of a day. */
    private static final class Guess {

        private static final long NAMED = 1_000_000;

        private final LocalDate day;
        private final FeatureUnits units;
        private long codes;
        private long names;

        Guess(LocalDate day, FeatureUnits units) {
            this.day = day;
            this.units = units;
        }

        void look(Map<String, String> properties) {
            units.find(properties).ifPresent(unit -> {
                codes++;
                names += properties.values().stream().anyMatch(value -> names(value, unit)) ? 1 : 0;
            });
        }

        long score() {
            return names * NAMED + codes;
        }

        private static boolean names(String value, Unit unit) {
            var given = Folding.fold(value);
            var name = Folding.fold(unit.name());
            return given.length() > 2 && (name.equals(given) || name.endsWith(' ' + given));
        }
    }
}

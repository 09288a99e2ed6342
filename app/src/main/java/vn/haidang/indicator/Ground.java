package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;

/** The units whose facts make up a figure, each with the days on which they count: the records behind it are those of these plots. */
public record Ground(List<Plot> plots) {

    /**
     * A unit and the days on which its facts count.
     *
     * @param first null from the beginning
     * @param last null without end
     */
    public record Plot(
            UnitId unit,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    public Ground {
        plots = List.copyOf(plots);
    }

    /** The units, for {@code unnest} beside {@link #firsts} and {@link #lasts}. */
    public String[] units() {
        return plots.stream().map(plot -> plot.unit().value().toString()).toArray(String[]::new);
    }

    public String[] firsts() {
        return plots.stream()
                .map(plot -> plot.first() == null ? "-infinity" : plot.first().toString())
                .toArray(String[]::new);
    }

    public String[] lasts() {
        return plots.stream()
                .map(plot -> plot.last() == null ? "infinity" : plot.last().toString())
                .toArray(String[]::new);
    }
}

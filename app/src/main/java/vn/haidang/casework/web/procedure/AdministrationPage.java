package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedurePublishing;
import vn.haidang.ui.Screen;

/**
 * One procedure for those who answer for it: its versions, the cases that follow them, its draft.
 *
 * @param done what was just done, empty for nothing
 */
public record AdministrationPage(
        String code,
        List<Procedure> versions,
        ProcedureDrafts.@Nullable Draft draft,
        List<ProcedurePublishing.Standing> standings,
        LocalDate today,
        String done) {

    public String name(Screen screen) {
        return versions.isEmpty()
                ? draft == null ? code : draft.name()
                : versions.getFirst().name(screen.locale());
    }

    public long open(Procedure version) {
        return standings.stream()
                .filter(each -> each.version() == version.version())
                .mapToLong(ProcedurePublishing.Standing::cases)
                .sum();
    }

    public VersionState state(Procedure version) {
        return VersionState.of(version, today);
    }

    public String path() {
        return "/admin/procedures/" + code;
    }

    /** The versions that can be compared, as they stand in addresses. */
    public List<String> comparable() {
        return Stream.concat(
                        draft == null || draft.procedure() == null ? Stream.of() : Stream.of("draft"),
                        versions.stream().map(version -> String.valueOf(version.version())))
                .toList();
    }
}

package vn.haidang.casework.internal;

import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;

/** Which cases a reader may see, for a statement that has their ids only. */
@Component
public class CaseSight {

    private final Visibility visibility;

    CaseSight(Visibility visibility) {
        this.visibility = visibility;
    }

    public CaseAccess.Condition of(Reader reader, String id) {
        Visible visible = visibility.to(reader);
        String sql = "exists (select from casework.case_file c where c.id = " + id + " and " + visible.sql() + ")";
        return new CaseAccess.Condition(sql, visible.parameters());
    }

    public CaseAccess.Reach reach(Reader reader) {
        return visibility.to(reader).reach();
    }
}

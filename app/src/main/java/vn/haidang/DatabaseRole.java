package vn.haidang;

/** The three roles under which the platform meets its database; the names are the same in every installation. */
public enum DatabaseRole {
    /** Owns schemas and tables; used by migrations alone. */
    OWNER("haidang_owner"),
    /** Runs the application; may do no more than its grants say, and cannot rewrite the journal. */
    APP("haidang_app"),
    /** May retire sealed journal partitions past their term, and nothing else. */
    RETENTION("haidang_retention");

    private final String roleName;

    DatabaseRole(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}

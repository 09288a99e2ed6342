package vn.haidang.casework.spi;

import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Fragment;

/** What the desk shows inside a case, drawn by the module that owns the subject; reading it is journaled by that module. */
public interface CaseContent {

    String subjectType();

    Fragment draw(CaseSummary shown, Reader reader);
}

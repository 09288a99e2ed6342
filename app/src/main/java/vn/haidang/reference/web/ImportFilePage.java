package vn.haidang.reference.web;

import vn.haidang.reference.ImportCheck.FileLine;
import vn.haidang.reference.IntakeReport.Remark;
import vn.haidang.ui.Slice;

/** What was said of the rows of one file. */
public record ImportFilePage(FileLine file, String path, Slice<Remark> remarks) {}

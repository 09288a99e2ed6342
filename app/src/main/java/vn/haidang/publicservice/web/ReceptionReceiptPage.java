package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;

/** What the person takes home: the receipt, and which papers came how. */
public record ReceptionReceiptPage(
        Reception reception, ReceiptPage receipt, String help, String receiving, List<Paper> papers) {}

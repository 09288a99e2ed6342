package vn.haidang.publicservice.web;

import vn.haidang.publicservice.PublicAnswer;

/**
 * One answer everybody may read.
 *
 * @param unitName who answered
 */
public record AnswerPage(PublicAnswer answer, String unitName) {}

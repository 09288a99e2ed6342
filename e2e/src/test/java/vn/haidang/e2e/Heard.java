package vn.haidang.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What of a page somebody who listens to it would stumble over, beyond what axe looks for: headings that skip a step, tables that do
 * not say what they are, fields that point at words that are not there, mistakes that lead nowhere.
 */
final class Heard {

    private static final String STUMBLES = """
            () => {
              const stumbles = [];
              const there = each => each.checkVisibility();
              // a message stands before the page it is about
              const message = each => each.closest('.govuk-error-summary, .hd-notice');
              let above = 0;
              for (const heading of [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter(each => there(each) && !message(each))) {
                const level = Number(heading.tagName[1]);
                const words = heading.textContent.trim();
                if (!words) {
                  stumbles.push(`an empty h${level}`);
                }
                if (level > above + 1) {
                  stumbles.push(`h${level} “${words}” follows h${above}`);
                }
                above = level;
              }
              for (const table of [...document.querySelectorAll('main table')].filter(there)) {
                const said = table.caption?.textContent.trim() || table.getAttribute('aria-label') || table.getAttribute('aria-labelledby');
                if (!said) {
                  stumbles.push(`a table without a caption: ${table.textContent.trim().slice(0, 40)}`);
                }
                for (const head of table.querySelectorAll('th:not([scope])')) {
                  stumbles.push(`a head of nothing: ${head.textContent.trim()}`);
                }
              }
              for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls']) {
                for (const each of document.querySelectorAll(`[${name}]`)) {
                  for (const id of each.getAttribute(name).split(/ +/)) {
                    if (!document.getElementById(id)) {
                      stumbles.push(`${name} of ${each.tagName} ${each.id} leads to ${id}, which is not there`);
                    }
                  }
                }
              }
              for (const field of document.querySelectorAll('[aria-invalid=true]')) {
                if (!field.closest('[aria-describedby]')) {
                  stumbles.push(`${field.id} is wrong and nothing says why`);
                }
              }
              for (const link of document.querySelectorAll('[data-error-summary] a')) {
                const field = document.getElementById(link.hash.slice(1));
                if (!field?.matches('input, select, textarea, button, a[href], [tabindex], fieldset')) {
                  stumbles.push(`the mistake “${link.textContent.trim()}” leads to no field: ${link.hash}`);
                }
              }
              return stumbles;
            }""";

    private Heard() {}

    @SuppressWarnings("unchecked")
    static List<String> stumbles(Page page) {
        return (List<String>) page.evaluate(STUMBLES);
    }
}

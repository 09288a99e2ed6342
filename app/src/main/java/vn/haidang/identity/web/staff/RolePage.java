package vn.haidang.identity.web.staff;

import java.util.List;
import vn.haidang.ui.Option;

/**
 * One role with every action a post can give, those ticked that it gives.
 *
 * @param founded whether it was founded here, and may be withdrawn
 */
public record RolePage(String code, String name, List<Option> actions, List<String> ticked, boolean founded) {}

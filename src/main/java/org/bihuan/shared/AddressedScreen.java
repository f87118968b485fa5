package org.bihuan.shared;

import java.util.Map;

/**
 * A screen whose address names one thing. The start page is sent before the screen runs, so the shell
 * asks here first and answers 404 where there is nothing that the caller may see.
 */
public interface AddressedScreen {

    /** The class of the screen. */
    Class<?> screen();

    /**
     * Whether the caller may see what the address names; {@link NotFound} says no as well.
     *
     * @param parameters the parts of the address by the names of the route's template; optional ones may be absent
     */
    boolean finds(Map<String, String> parameters);
}

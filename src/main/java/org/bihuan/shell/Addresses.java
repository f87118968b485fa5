package org.bihuan.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.internal.NavigationRouteTarget;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.AddressedScreen;
import org.bihuan.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The status of the start page. Flow sends that page for every address and runs the screen only when
 * the browser has come back, so whether there is a screen, whether it is for this duty and whether what
 * the address names is there for this person is asked before: a refused address must not answer 200.
 * What fails on the way is a fault, and answers 500.
 */
@org.springframework.stereotype.Component
class Addresses {

    private final AccessAnnotationChecker access = new AccessAnnotationChecker();
    private final ObjectProvider<AddressedScreen> screens;
    private final CurrentActor currentActor;

    Addresses(ObjectProvider<AddressedScreen> screens, CurrentActor currentActor) {
        this.screens = screens;
        this.currentActor = currentActor;
    }

    /** 200, 403 or 404 for the address of {@code request}, as its caller. */
    int status(VaadinServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        RouteRegistry registry =
                ApplicationRouteRegistry.getInstance(request.getService().getContext());
        return status(registry.getNavigationRouteTarget(path.startsWith("/") ? path.substring(1) : path), request);
    }

    private int status(NavigationRouteTarget found, VaadinServletRequest request) {
        if (!found.hasTarget()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        Class<? extends Component> screen = found.getRouteTarget().getTarget();
        if (!access.hasAccess(screen, request.getUserPrincipal(), request::isUserInRole)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        // Whoever has a password to change is led there from any screen, and sees nothing of this one.
        if (request.getUserPrincipal() != null && currentActor.find().isEmpty()) {
            return HttpServletResponse.SC_OK;
        }
        List<AddressedScreen> asked = screens.orderedStream()
                .filter(addressed -> addressed.screen() == screen)
                .toList();
        return finds(asked, parameters(found)) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
    }

    private static boolean finds(List<AddressedScreen> asked, Map<String, String> parameters) {
        try {
            return asked.stream().allMatch(screen -> screen.finds(parameters));
        } catch (NotFound unknown) {
            return false;
        }
    }

    private static Map<String, String> parameters(NavigationRouteTarget found) {
        Map<String, String> values = new HashMap<>();
        for (String name : found.getRouteParameters().getParameterNames()) {
            found.getRouteParameters().get(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}

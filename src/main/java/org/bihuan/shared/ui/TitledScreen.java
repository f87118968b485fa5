package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasDynamicTitle;

/** A screen whose page is called by what it shows, and by the product behind that. */
public interface TitledScreen extends HasDynamicTitle {

    /** What the screen shows, in the person's language. */
    String screenTitle();

    @Override
    default String getPageTitle() {
        return ((Component) this).getTranslation("shared.pageTitle", screenTitle());
    }
}

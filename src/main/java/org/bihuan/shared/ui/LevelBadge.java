package org.bihuan.shared.ui;

import java.util.Locale;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import org.bihuan.shared.Level;

/** The level of a deadline by word and shape (circle, ring, triangle, square, diamond); colour only adds. */
public class LevelBadge extends Composite<Span> {

    public LevelBadge(Level level) {
        getContent().addClassNames("level", "level-" + level.name().toLowerCase(Locale.ROOT));
        getContent().setText(getTranslation(level.key()));
    }
}

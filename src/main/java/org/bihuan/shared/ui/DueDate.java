package org.bihuan.shared.ui;

import java.time.LocalDate;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;

/** A deadline in one line: level, date, working days left. */
public class DueDate extends Composite<Span> {

    /**
     * Shows the deadline.
     *
     * @param workdaysLeft working days from today to {@code due}; negative once it has passed
     */
    public DueDate(LocalDate due, int workdaysLeft, Level level) {
        Span date = new Span(Dates.dense(due));
        date.addClassName("due-date");
        Span left = new Span(getTranslation(Dates.leftKey(workdaysLeft), Math.abs(workdaysLeft)));
        left.addClassName("due-left");
        getContent().addClassName("due");
        getContent().add(new LevelBadge(level), date, left);
    }
}

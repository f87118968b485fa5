package org.bihuan.worklist.ui;

import java.util.Map;

import org.bihuan.shared.AddressedScreen;
import org.bihuan.worklist.Inbox;
import org.springframework.stereotype.Component;

/** A task is there for those before whom it stands, and for who did it. */
@Component
class WorkAddress implements AddressedScreen {

    private static final String ID = "\\d{1,18}";

    private final Inbox inbox;

    WorkAddress(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Class<?> screen() {
        return MyWorkView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        String item = parameters.get("item");
        return item == null
                || (item.matches(ID) && inbox.find(Long.parseLong(item)).isPresent());
    }
}

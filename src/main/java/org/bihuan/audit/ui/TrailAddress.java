package org.bihuan.audit.ui;

import java.util.Map;

import org.bihuan.audit.TrailReading;
import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** An entry of the trail is there for whoever may read the trail. */
@Component
class TrailAddress implements AddressedScreen {

    private static final String ID = "\\d{1,18}";

    private final TrailReading reading;

    TrailAddress(TrailReading reading) {
        this.reading = reading;
    }

    @Override
    public Class<?> screen() {
        return TrailView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        String entry = parameters.get("entry");
        return entry == null
                || (entry.matches(ID) && reading.entry(Long.parseLong(entry)).isPresent());
    }
}

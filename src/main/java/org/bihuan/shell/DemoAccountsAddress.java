package org.bihuan.shell;

import java.util.Map;

import org.bihuan.shared.AddressedScreen;
import org.springframework.stereotype.Component;

/** Outside the demo there is no list of its accounts. */
@Component
class DemoAccountsAddress implements AddressedScreen {

    private final Demo demo;

    DemoAccountsAddress(Demo demo) {
        this.demo = demo;
    }

    @Override
    public Class<?> screen() {
        return DemoAccountsView.class;
    }

    @Override
    public boolean finds(Map<String, String> parameters) {
        return demo.enabled();
    }
}
